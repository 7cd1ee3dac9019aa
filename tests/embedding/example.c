/* The headline question from C: opens a database in memory, ingests the folder named on the command line, asks, and
 * prints rows one by one. Build it against the installed package: see CMakeLists.txt and Makefile beside it. */
#include <inttypes.h>
#include <stdio.h>

#include <talentflow/talentflow.h>

static int fail(const char* what, talentflow_error* error) {
  fprintf(stderr, "%s: %s%s%s\n", what, error->where, *error->where ? ": " : "", error->message);
  talentflow_error_clear(error);
  return 1;
}

static int ask(talentflow_database* database, const char* question) {
  talentflow_error error = TALENTFLOW_ERROR_INIT;
  talentflow_answer* answer = NULL;
  int has_row = 0;
  size_t column = 0;
  int failed = 0;
  if (talentflow_query(database, question, NULL, NULL, &answer, &error) != TALENTFLOW_OK)
    return fail(question, &error);
  while (!failed) {
    if (talentflow_answer_next(answer, &has_row, &error) != TALENTFLOW_OK) {
      failed = fail(question, &error);
    } else if (!has_row) {
      break;
    } else {
      for (column = 0; column < talentflow_answer_column_count(answer); ++column)
        printf("%s%s = %s", column == 0 ? "" : ", ", talentflow_answer_column(answer, column),
               talentflow_value_text(talentflow_answer_value(answer, column), NULL));
      printf("\n");
    }
  }
  talentflow_answer_free(answer);
  return failed;
}

int main(int argc, char** argv) {
  talentflow_error error = TALENTFLOW_ERROR_INIT;
  talentflow_database* database = NULL;
  talentflow_answer* report = NULL;
  int has_row = 0;
  int failed = 0;
  if (argc != 2) {
    fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
    return 2;
  }
  if (talentflow_open(":memory:", NULL, &database, &error) != TALENTFLOW_OK) return fail("open", &error);
  if (talentflow_ingest(database, (const char* const*)&argv[1], 1, NULL, &report, &error) != TALENTFLOW_OK) {
    failed = fail(argv[1], &error);
  } else {
    talentflow_answer_next(report, &has_row, NULL);
    printf("talentflow %s: %" PRId64 " claims\n", talentflow_version(),
           talentflow_value_integer(talentflow_answer_value(report, 2)));
    talentflow_answer_free(report);
    failed = ask(database, "net researcher flow between China and overseas labs");
  }
  talentflow_close(database);
  return failed;
}
