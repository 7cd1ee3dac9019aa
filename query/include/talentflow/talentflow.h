/* talentflow: an embedded, provenance-first knowledge graph of who works where. The stable C interface.
 *
 * Conventions, by number, so that the comments below can be short:
 *
 *  (1) Handles (talentflow_database, _answer, _value, _snapshot) are opaque. A handle that a call hands out
 * through a
 *      `**` parameter is the caller's and is ended by its _close or _free, which accept NULL. Every other
 * pointer that a call returns is borrowed: see (4). (2) Calls that can fail return TALENTFLOW_OK (0) or a
 * code of talentflow_code, and fill the last parameter, `talentflow_error* error`, when it is not NULL. On
 * failure out-parameters are left as they were, except that a handle is set to NULL. No C++ exception leaves
 * the library. (3) Text is UTF-8. Text going in ends with a NUL unless a length stands beside it. Text coming
 * out ends with a NUL and may hold further NULs only where a `size_t* length` parameter is offered; `length`
 * may be NULL. (4) A borrowed pointer lives until the next call on its owner that says it ends it, at the
 * latest until the owner is closed or freed. What a row lends ends with the next talentflow_answer_next. (5)
 * Threads: a database may be used from any number of threads at once. An answer, its values and a report
 * belong to one thread at a time. A snapshot is immutable and may be read from any thread.
 * talentflow_interrupt may be called from any thread and from a signal handler. (6) Answers must be freed
 * before their database is closed. (7) Option structs start with `size`: set them up with their _INIT macro,
 * then change what you need. A zero (or NULL) always means "the default". Later versions append fields; an
 * older program keeps working. (8) Callbacks run on the thread that made the call, must not throw, and must
 * not call back into the same database, except talentflow_interrupt. `user` is passed through untouched. A
 * callback that returns an int returns 0 to go on; anything else stops the call with TALENTFLOW_INTERRUPTED.
 *  (9) Names of functions, types, fields and enumerators, and the numbers of the latter, are never changed;
 * see talentflow_abi_version.
 */
#ifndef TALENTFLOW_H
#define TALENTFLOW_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define TALENTFLOW_API __attribute__((visibility("default")))
#else
#define TALENTFLOW_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- version ----------------------------------------------------------------------------------------------
 */

/* "0.1.0". Static text. */
TALENTFLOW_API const char* talentflow_version(void);
/* Raised by 1 with every addition to this header; never lowered. */
#define TALENTFLOW_ABI_VERSION 2
TALENTFLOW_API uint32_t talentflow_abi_version(void);

/* ---- errors -----------------------------------------------------------------------------------------------
 */

typedef enum talentflow_code {
  TALENTFLOW_OK = 0,
  TALENTFLOW_INVALID_INPUT = 1, /* data that cannot be read as what it claims to be; `where` is file:line */
  TALENTFLOW_QUERY = 2,         /* the query is wrong or failed; `where` is "line L, column C" */
  TALENTFLOW_USAGE = 3,         /* a wrong argument or option */
  TALENTFLOW_NOT_FOUND = 4,     /* a file, id, load or adapter that does not exist */
  TALENTFLOW_CONFLICT = 5,      /* contradicts what is stored */
  TALENTFLOW_LOCKED = 6,        /* another process writes to the store */
  TALENTFLOW_DAMAGED = 7,       /* the store fails a checksum or an invariant */
  TALENTFLOW_FORMAT = 8,        /* no store, or one of a newer version */
  TALENTFLOW_IO = 9,            /* the operating system said no: disk full, permission */
  TALENTFLOW_BUDGET = 10,       /* a time, memory or row budget ended the work; the message names it */
  TALENTFLOW_INTERRUPTED = 11,  /* stopped by talentflow_interrupt or a callback */
  TALENTFLOW_INTERNAL = 12      /* a defect of the library */
} talentflow_code;

/* Texts are never NULL after a failure and belong to the struct: end it with talentflow_error_clear. Start
 * with TALENTFLOW_ERROR_INIT; a struct that is filled again releases what it held. */
typedef struct talentflow_error {
  int32_t code;  /* talentflow_code */
  char* where;   /* "claims.csv:17", "line 1, column 8", a path, or "" */
  char* message; /* one sentence that says what to do; for queries it begins with the kind, "SyntaxError: ..."
                  */
  char* excerpt; /* for queries: the source line with a caret line and a hint, else "" */
} talentflow_error;
#define TALENTFLOW_ERROR_INIT \
  { 0, NULL, NULL, NULL }
TALENTFLOW_API void talentflow_error_clear(talentflow_error* error);

/* ---- databases --------------------------------------------------------------------------------------------
 */

typedef struct talentflow_database talentflow_database;

typedef enum talentflow_access {
  TALENTFLOW_READ = 1, /* beside a writer of another process; sees its commits from query to query */
  TALENTFLOW_WRITE = 2 /* one process at a time; reads as well */
} talentflow_access;

typedef enum talentflow_log_level {
  TALENTFLOW_LOG_DEBUG = 1,
  TALENTFLOW_LOG_INFO = 2,
  TALENTFLOW_LOG_WARNING = 3,
  TALENTFLOW_LOG_ERROR = 4
} talentflow_log_level;
/* May be called from threads of the library while the database is open. */
typedef void (*talentflow_log_callback)(void* user, talentflow_log_level level, const char* message);

typedef struct talentflow_open_options {
  size_t size;
  int32_t access;        /* talentflow_access; default TALENTFLOW_WRITE */
  int32_t must_exist;    /* not 0: do not create a store where there is none */
  int32_t recover;       /* not 0: accept the loss of the tail of a damaged log */
  uint64_t memory_bytes; /* caches, write buffers and look-up tables together; default 512 MiB */
  talentflow_log_callback log;
  void* log_user;
} talentflow_open_options;
#define TALENTFLOW_OPEN_OPTIONS_INIT \
  { sizeof(talentflow_open_options), 0, 0, 0, 0, NULL, NULL }

/* Opens the store in directory `path`, or a fresh one in memory for ":memory:". `options` may be NULL.
 * Errors: LOCKED, DAMAGED, FORMAT, IO. */
TALENTFLOW_API int talentflow_open(const char* path, const talentflow_open_options* options,
                                   talentflow_database** database, talentflow_error* error);
/* Interrupts nothing: wait for your own threads, free your answers, then close. */
TALENTFLOW_API void talentflow_close(talentflow_database* database);

/* Stops what runs on the database now (queries, ingestion, exports): it ends with TALENTFLOW_INTERRUPTED
 * within 100 ms. What starts after everything has ended is not affected. Safe in a signal handler. */
TALENTFLOW_API void talentflow_interrupt(talentflow_database* database);

/* ---- values -----------------------------------------------------------------------------------------------
 */

typedef struct talentflow_value talentflow_value;

typedef enum talentflow_type {
  TALENTFLOW_NULL = 0,
  TALENTFLOW_BOOLEAN = 1,
  TALENTFLOW_INTEGER = 2,
  TALENTFLOW_FLOAT = 3,
  TALENTFLOW_STRING = 4,
  TALENTFLOW_LIST = 5,
  TALENTFLOW_MAP = 6,
  TALENTFLOW_NODE = 7,
  TALENTFLOW_EDGE = 8,
  TALENTFLOW_PATH = 9,
  TALENTFLOW_DATE = 10,
  TALENTFLOW_LOCAL_TIME = 11,
  TALENTFLOW_TIME = 12,
  TALENTFLOW_LOCAL_DATETIME = 13,
  TALENTFLOW_DATETIME = 14,
  TALENTFLOW_DURATION = 15
} talentflow_type;

/* Parts of a date, time or duration; fields that its type does not have are 0. */
typedef struct talentflow_temporal {
  int64_t days;        /* dates: local days since 1970-01-01; durations: days */
  int64_t nanoseconds; /* times: local, since midnight; durations: the part of a second, 0..999999999 */
  int64_t months;      /* durations */
  int64_t seconds;     /* durations */
  int32_t offset;      /* TIME and DATETIME: seconds east of UTC */
  const char* zone;    /* DATETIME: "Europe/Stockholm", or NULL for a bare offset */
} talentflow_temporal;

/* All of these accept any value, borrowed as of (4); one of another type gives 0, NULL or "" as the accessor
 * has it. NULL is taken as a null value. */
TALENTFLOW_API talentflow_type talentflow_value_type(const talentflow_value* value);
TALENTFLOW_API int talentflow_value_boolean(const talentflow_value* value);
TALENTFLOW_API int64_t
talentflow_value_integer(const talentflow_value* value);                     /* a float is cut toward zero */
TALENTFLOW_API double talentflow_value_float(const talentflow_value* value); /* an integer is converted */
TALENTFLOW_API const char* talentflow_value_string(const talentflow_value* value, size_t* length);
/* Any value as people read it: strings bare, dates in ISO form, lists and maps in the language's notation. */
TALENTFLOW_API const char* talentflow_value_text(const talentflow_value* value, size_t* length);
/* Any value as JSON: nodes {"id","labels","properties"}, edges {"id","type","from","to","properties"}, paths
 * {"nodes","edges"}, NaN and infinities {"float":"NaN"}, dates and durations as strings. */
TALENTFLOW_API const char* talentflow_value_json(const talentflow_value* value, size_t* length);
/* Returns 1 and fills `parts` for the six temporal types, else 0. */
TALENTFLOW_API int talentflow_value_temporal(const talentflow_value* value, talentflow_temporal* parts);

/* Parts. LIST: its items. MAP: keys and items. NODE and EDGE: their properties, as keys and items. PATH:
 * node, edge, node, .. in turn. Indexes from 0; out of range gives NULL. */
TALENTFLOW_API size_t talentflow_value_size(const talentflow_value* value);
TALENTFLOW_API const talentflow_value* talentflow_value_item(const talentflow_value* value, size_t index);
TALENTFLOW_API const char* talentflow_value_key(const talentflow_value* value, size_t index);
/* The item of that key (MAP, NODE, EDGE), or NULL. */
TALENTFLOW_API const talentflow_value* talentflow_value_get(const talentflow_value* value, const char* key);

TALENTFLOW_API const char* talentflow_value_id(const talentflow_value* value); /* NODE, EDGE: the public id */
TALENTFLOW_API size_t talentflow_value_label_count(const talentflow_value* value);
TALENTFLOW_API const char* talentflow_value_label(const talentflow_value* value, size_t index); /* NODE */
TALENTFLOW_API const char* talentflow_value_relation(const talentflow_value* value);            /* EDGE */
TALENTFLOW_API const char* talentflow_value_from(
    const talentflow_value* value); /* EDGE: id of its first node */
TALENTFLOW_API const char* talentflow_value_to(
    const talentflow_value* value); /* EDGE: id of its second node */

/* ---- answers ----------------------------------------------------------------------------------------------
 */

typedef struct talentflow_answer talentflow_answer;

typedef struct talentflow_query_options {
  size_t size;
  int64_t timeout_ms;    /* default 300000 */
  uint64_t memory_bytes; /* default 2 GiB */
  uint64_t rows;         /* rows that any one operator may produce; default 100 million */
} talentflow_query_options;
#define TALENTFLOW_QUERY_OPTIONS_INIT \
  { sizeof(talentflow_query_options), 0, 0, 0 }

/* Starts one statement. `parameters` is a JSON object of $name -> value ({"float":"NaN"} for what JSON cannot
 * say), or NULL. `options` may be NULL. A budget that runs out is an error, never a shorter answer. Errors:
 * QUERY, BUDGET, INTERRUPTED, USAGE (parameters that are no JSON object), IO, DAMAGED. */
TALENTFLOW_API int talentflow_query(talentflow_database* database, const char* text, const char* parameters,
                                    const talentflow_query_options* options, talentflow_answer** answer,
                                    talentflow_error* error);
/* TALENTFLOW_OK when `json` is one JSON value that a parameter can have, else USAGE with what is wrong. */
TALENTFLOW_API int talentflow_check_parameter(const char* json, talentflow_error* error);
TALENTFLOW_API void talentflow_answer_free(talentflow_answer* answer);

TALENTFLOW_API size_t talentflow_answer_column_count(const talentflow_answer* answer);
TALENTFLOW_API const char* talentflow_answer_column(const talentflow_answer* answer, size_t column);
/* Moves to the next row: sets `*has_row` to 1, or to 0 at the end. After an error no row follows. */
TALENTFLOW_API int talentflow_answer_next(talentflow_answer* answer, int* has_row, talentflow_error* error);
/* A value of the current row; NULL before the first and after the last. */
TALENTFLOW_API const talentflow_value* talentflow_answer_value(talentflow_answer* answer, size_t column);

/* What the answer was counted by (the footer of FLOW) as a JSON object; complete after the last row. */
TALENTFLOW_API const char* talentflow_answer_meta(talentflow_answer* answer);
/* Slips that are no errors, such as a label that nothing carries, with place and suggestion. */
TALENTFLOW_API size_t talentflow_answer_warning_count(const talentflow_answer* answer);
TALENTFLOW_API const char* talentflow_answer_warning(const talentflow_answer* answer, size_t index);

/* Tables beside the rows (SHOW MOVES, SHOW EVIDENCE); complete after the last row. */
TALENTFLOW_API size_t talentflow_answer_table_count(const talentflow_answer* answer);
TALENTFLOW_API const char* talentflow_answer_table_name(const talentflow_answer* answer, size_t table);
TALENTFLOW_API size_t talentflow_answer_table_column_count(const talentflow_answer* answer, size_t table);
TALENTFLOW_API const char* talentflow_answer_table_column(const talentflow_answer* answer, size_t table,
                                                          size_t column);
TALENTFLOW_API size_t talentflow_answer_table_row_count(const talentflow_answer* answer, size_t table);
/* Borrowed until the answer is freed. */
TALENTFLOW_API const talentflow_value* talentflow_answer_table_value(talentflow_answer* answer, size_t table,
                                                                     size_t row, size_t column);

/* ---- answers as text --------------------------------------------------------------------------------------
 */

/* Takes `length` bytes; see (8). */
typedef int (*talentflow_write_callback)(void* user, const char* bytes, size_t length);

typedef struct talentflow_print_options {
  size_t size;
  const char* format; /* a name of talentflow_formats; default "table" */
  uint64_t max_rows;  /* table forms: rows shown, the rest counted in a last line; default all */
  uint32_t
      width; /* table forms: columns of the terminal, longer cells are cut with an ellipsis; default none */
  const char* null_text; /* table forms, csv, tsv: what stands for null; default "" */
  int32_t no_header;     /* not 0: csv and tsv without their first line */
} talentflow_print_options;
#define TALENTFLOW_PRINT_OPTIONS_INIT \
  { sizeof(talentflow_print_options), NULL, 0, 0, NULL, 0 }

/* Writes all rows that are left, footer and side tables included. json holds back nothing but the meta; table
 * forms hold the rows to find their widths. `rows`, when not NULL, is set to the number of rows. Errors:
 * those of talentflow_answer_next; USAGE for an unknown format and for side tables in csv and tsv. */
TALENTFLOW_API int talentflow_answer_print(talentflow_answer* answer, const talentflow_print_options* options,
                                           talentflow_write_callback write, void* user, uint64_t* rows,
                                           talentflow_error* error);
/* The formats, as an answer with the columns name, summary. */
TALENTFLOW_API int talentflow_formats(talentflow_answer** answer, talentflow_error* error);

/* ---- answers as an Arrow C stream -------------------------------------------------------------------------
 */

/* The Arrow C data and stream interfaces (https://arrow.apache.org/docs/format/CDataInterface.html), which
 * any Arrow implementation takes; no Arrow library is needed here. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
#endif

/* Turns the rest of the answer into a stream of record batches, one struct column a column. On success the
 * stream owns the answer (do not free it); release the stream before closing the database. A column's type is
 * that of its values in the first batch (65,536 rows): boolean "b", integer "l", float "g", date "tdD",
 * duration and everything else "u" (text; nodes, edges, paths, lists and maps as JSON); integers and floats
 * together are "g". A later value that does not fit ends the stream with EINVAL and a message that names row
 * and column. */
TALENTFLOW_API int talentflow_answer_arrow(talentflow_answer* answer, struct ArrowArrayStream* stream,
                                           talentflow_error* error);

/* ---- ingestion --------------------------------------------------------------------------------------------
 */

typedef struct talentflow_progress {
  const char* input;    /* the file being read */
  uint64_t bytes;       /* read so far, of the file as it lies on disk */
  uint64_t bytes_total; /* 0: unknown */
  uint64_t records;     /* read so far, over all files */
} talentflow_progress;
typedef int (*talentflow_progress_callback)(void* user, const talentflow_progress* progress);

typedef struct talentflow_ingest_options {
  size_t size;
  const char* adapter; /* a name of talentflow_adapters; default: by content */
  const char* rejects; /* file for what could not be taken: input, line, reason, raw; default none */
  int32_t dry_run;     /* not 0: store nothing; give what would be stored to `print`, as text */
  talentflow_write_callback print;
  void* print_user;
  talentflow_progress_callback progress; /* at most ten times a second; see (8) */
  void* progress_user;
  const char* map;       /* file that says which columns of careers tables mean what; default: their headers */
  uint64_t max_item;     /* bytes of the largest single item; 0: each format's own limit, 4 to 16 MiB */
  uint64_t max_ratio;    /* unpacked bytes for each packed byte of an input; 0: 200 */
  uint64_t max_unpacked; /* bytes that one packed input may unpack to; 0: 2^40 */
} talentflow_ingest_options;
#define TALENTFLOW_INGEST_OPTIONS_INIT \
  { sizeof(talentflow_ingest_options), NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 0, 0 }

/* Files and folders are one load: it lands whole or not at all and is durable when the call returns; what
 * single items could not be taken goes to the rejects. `report` (may be NULL) becomes an answer of one row:
 * load, records, added, known, rejected, entities, reviews, rejects (the file), summary (a few lines of
 * text), with the side tables "rejects" (input, line, reason; the first 20) and "notes" (note: files passed
 * over, inputs that broke off). Errors: NOT_FOUND, INVALID_INPUT (nothing of an input could be read, or the
 * map names an unknown field or a column that a table has not; the message has the nearest one), USAGE
 * (unknown adapter, or opened with TALENTFLOW_READ), IO, INTERRUPTED. */
TALENTFLOW_API int talentflow_ingest(talentflow_database* database, const char* const* paths,
                                     size_t path_count, const talentflow_ingest_options* options,
                                     talentflow_answer** report, talentflow_error* error);
/* The adapters, as an answer with the columns name, version, suffixes, summary. */
TALENTFLOW_API int talentflow_adapters(talentflow_answer** answer, talentflow_error* error);

/* ---- export -----------------------------------------------------------------------------------------------
 */

typedef struct talentflow_export_options {
  size_t size;
  const char* query;      /* only the nodes and edges in this query's rows; default: the whole graph */
  const char* parameters; /* of that query, as JSON */
  int32_t claims;         /* not 0: with the claims and their sources */
  const talentflow_query_options* limits;
} talentflow_export_options;
#define TALENTFLOW_EXPORT_OPTIONS_INIT \
  { sizeof(talentflow_export_options), NULL, NULL, 0, NULL }

/* Writes the graph in a format of talentflow_exports to `path` (a folder for csv). The file appears whole or
 * not at all. `report` (may be NULL): one row with format, nodes, edges, claims, bytes. Errors: USAGE, QUERY,
 * IO, BUDGET, INTERRUPTED. */
TALENTFLOW_API int talentflow_export_file(talentflow_database* database, const char* format, const char* path,
                                          const talentflow_export_options* options,
                                          talentflow_answer** report, talentflow_error* error);
/* The same to a callback; not for csv, which is two files. */
TALENTFLOW_API int talentflow_export(talentflow_database* database, const char* format,
                                     const talentflow_export_options* options,
                                     talentflow_write_callback write, void* user, talentflow_answer** report,
                                     talentflow_error* error);
/* The export formats, as an answer with the columns name, suffix, summary. */
TALENTFLOW_API int talentflow_exports(talentflow_answer** answer, talentflow_error* error);

/* ---- house-keeping ----------------------------------------------------------------------------------------
 */

/* One row: path, format_version, entities, claims, terms, loads, reviews, disk_bytes, nodes, edges. */
TALENTFLOW_API int talentflow_info(talentflow_database* database, talentflow_answer** answer,
                                   talentflow_error* error);
/* Verifies every invariant of the store; a row (family, key, problem) for each that fails. */
TALENTFLOW_API int talentflow_check(talentflow_database* database, talentflow_answer** findings,
                                    talentflow_error* error);
/* A row for each load: load, started, finished, input, adapter, version, claims, known, rejected, withdrawn.
 */
TALENTFLOW_API int talentflow_loads(talentflow_database* database, talentflow_answer** answer,
                                    talentflow_error* error);
/* Names of which nobody has decided whom they mean; a row for each candidate, the likeliest first: mention,
 * kind, assigned (the id that stands for the name meanwhile), candidate (an id), score (0..1), reason, load,
 * line. */
TALENTFLOW_API int talentflow_reviews(talentflow_database* database, talentflow_answer** answer,
                                      talentflow_error* error);
typedef enum talentflow_decision { TALENTFLOW_SAME = 1, TALENTFLOW_DIFFERENT = 2 } talentflow_decision;
/* Says that two ids are one, or two: a claim of the source "reviewer/AUTHOR", durable when the call returns.
 * What it contradicts of the resolver's or another reviewer's is withdrawn. `note` (why) may be NULL.
 * `report` (may be NULL): one row with claim, relation, subject, object, author, withdrawn, summary (a line
 * of text). Errors: NOT_FOUND (with suggestions), CONFLICT (so already, or a document says the contrary),
 * USAGE (no author, one id twice, or opened with TALENTFLOW_READ). */
TALENTFLOW_API int talentflow_decide(talentflow_database* database, const char* one, const char* other,
                                     talentflow_decision decision, const char* author, const char* note,
                                     talentflow_answer** report, talentflow_error* error);
/* Takes back a claim about who is who by its id, the resolver's included; NULL: the last decision that
 * stands. `report` as above, with the relation WITHDRAWN. Errors: NOT_FOUND, CONFLICT, USAGE. */
TALENTFLOW_API int talentflow_undo(talentflow_database* database, const char* claim, const char* author,
                                   talentflow_answer** report, talentflow_error* error);
/* Withdraws every claim of a load; `claims` (may be NULL) is set to their number. Errors: NOT_FOUND,
 * CONFLICT. */
TALENTFLOW_API int talentflow_withdraw(talentflow_database* database, uint32_t load, uint64_t* claims,
                                       talentflow_error* error);
/* Erases a person for good. Errors: NOT_FOUND (with suggestions). */
TALENTFLOW_API int talentflow_forget(talentflow_database* database, const char* id, uint64_t* claims,
                                     talentflow_error* error);
/* A consistent copy, while in use, in a directory that must not exist. */
TALENTFLOW_API int talentflow_backup(talentflow_database* database, const char* directory,
                                     talentflow_error* error);

/* ---- for command lines and editors ------------------------------------------------------------------------
 */

/* 1 when `text` is a whole statement: quotes, brackets and comments closed, and ended by `;`. */
TALENTFLOW_API int talentflow_is_complete(const char* text);
/* Bytes of the first statement of `text`, its `;` included; 0 when none is whole yet. */
TALENTFLOW_API size_t talentflow_statement_length(const char* text);

typedef enum talentflow_words {
  TALENTFLOW_KEYWORDS = 1,
  TALENTFLOW_LABELS = 2,
  TALENTFLOW_RELATIONS = 3,
  TALENTFLOW_KEYS = 4,
  TALENTFLOW_NAMES = 5,
  TALENTFLOW_FUNCTIONS = 6
} talentflow_words;
/* The tokens of a text, whole or not, for editors that colour it: columns begin, length (bytes), kind: keyword,
 * function, label, key, name, string, number, parameter, symbol, comment or bad. */
TALENTFLOW_API int talentflow_tokens(const char* text, talentflow_answer** answer, talentflow_error* error);
/* Words of the language and the graph that begin with `prefix` (any case), sorted, at most `limit`: column
 * word. For labels and relations also count and gloss. */
TALENTFLOW_API int talentflow_vocabulary(talentflow_database* database, talentflow_words words,
                                         const char* prefix, size_t limit, talentflow_answer** answer,
                                         talentflow_error* error);
/* The defaults of FLOW: column rule, default, meaning. */
TALENTFLOW_API int talentflow_rules(talentflow_answer** answer, talentflow_error* error);

/* ---- the graph as arrays ----------------------------------------------------------------------------------
 */

typedef struct talentflow_snapshot talentflow_snapshot;

/* The graph under the default reading, as compressed adjacency: the edges that leave node n are at the
 * positions offsets[n] .. offsets[n+1]-1. Immutable; later ingestion does not change it. */
TALENTFLOW_API int talentflow_snapshot_take(talentflow_database* database, talentflow_snapshot** snapshot,
                                            talentflow_error* error);
TALENTFLOW_API void talentflow_snapshot_free(talentflow_snapshot* snapshot);
TALENTFLOW_API size_t talentflow_snapshot_node_count(const talentflow_snapshot* snapshot);
TALENTFLOW_API size_t talentflow_snapshot_edge_count(const talentflow_snapshot* snapshot);
TALENTFLOW_API const uint64_t* talentflow_snapshot_offsets(
    const talentflow_snapshot* snapshot); /* node_count + 1 */
TALENTFLOW_API const uint32_t* talentflow_snapshot_targets(
    const talentflow_snapshot* snapshot); /* edge_count */
TALENTFLOW_API const uint32_t* talentflow_snapshot_types(
    const talentflow_snapshot* snapshot); /* edge_count */
TALENTFLOW_API const double* talentflow_snapshot_beliefs(
    const talentflow_snapshot* snapshot); /* edge_count */
TALENTFLOW_API size_t talentflow_snapshot_type_count(const talentflow_snapshot* snapshot);
TALENTFLOW_API const char* talentflow_snapshot_type(const talentflow_snapshot* snapshot, uint32_t type);
TALENTFLOW_API const char* talentflow_snapshot_node_id(const talentflow_snapshot* snapshot, uint32_t node);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* TALENTFLOW_H */
