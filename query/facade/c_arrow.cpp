// An answer as an Arrow C stream: columns in batches, for data frames and other engines, without an Arrow
// library.
//
// Arrow wants the type of a column before its values; a query's columns have none. So the first batch is
// read, and each column takes the narrowest type that holds all its values there: boolean, 64-bit integer,
// float, date, or text. A column of nothing but nulls is text.
//
// Ownership follows the C data interface: every ArrowSchema and ArrowArray releases itself through its
// `release`, and parents release their children.
#include <cerrno>
#include <cstring>
#include <limits>

#include "query/facade/c_answer.hpp"
#include "query/facade/c_error.hpp"
#include "query/format/display_text.hpp"
#include "query/format/json_text.hpp"

namespace talentflow::query {
namespace {

constexpr std::size_t kBatchRows = 65536;

enum class ColumnType { none, boolean, integer, floating, date, text };

const char* arrow_format(ColumnType type) {
  switch (type) {
    case ColumnType::boolean:
      return "b";
    case ColumnType::integer:
      return "l";
    case ColumnType::floating:
      return "g";
    case ColumnType::date:
      return "tdD";
    case ColumnType::none:
    case ColumnType::text:
      return "u";
  }
  return "u";
}

ColumnType type_of(const Value& value) {
  if (value.is_null()) return ColumnType::none;
  if (value.boolean() != nullptr) return ColumnType::boolean;
  if (value.integer() != nullptr) return ColumnType::integer;
  if (value.floating() != nullptr) return ColumnType::floating;
  const auto* date = value.date();
  const bool fits = date != nullptr && date->days >= std::numeric_limits<std::int32_t>::min() &&
                    date->days <= std::numeric_limits<std::int32_t>::max();
  return fits ? ColumnType::date : ColumnType::text;
}

ColumnType widened(ColumnType column, ColumnType value) {
  if (column == ColumnType::none || column == value) return value;
  if (value == ColumnType::none) return column;
  const auto numeric = [](ColumnType type) {
    return type == ColumnType::integer || type == ColumnType::floating;
  };
  return numeric(column) && numeric(value) ? ColumnType::floating : ColumnType::text;
}

// ---- schema

struct SchemaStorage {
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

void release_schema(ArrowSchema* schema) {
  auto* storage = static_cast<SchemaStorage*>(schema->private_data);
  for (auto& child : storage->children)
    if (child.release != nullptr) child.release(&child);
  delete storage;
  schema->release = nullptr;
}

void fill_schema(ArrowSchema& schema, std::unique_ptr<SchemaStorage> storage, const char* format) {
  for (auto& child : storage->children) storage->pointers.push_back(&child);
  schema = {};
  schema.format = format;
  schema.name = storage->name.c_str();
  schema.flags = ARROW_FLAG_NULLABLE;
  schema.n_children = static_cast<std::int64_t>(storage->children.size());
  schema.children = storage->pointers.data();
  schema.release = release_schema;
  schema.private_data = storage.release();
}

// ---- arrays

struct ArrayStorage {
  std::vector<std::uint8_t> validity, bits;
  std::vector<std::int64_t> integers;
  std::vector<double> floats;
  std::vector<std::int32_t> days, offsets;
  std::string text;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
};

void release_array(ArrowArray* array) {
  auto* storage = static_cast<ArrayStorage*>(array->private_data);
  for (auto& child : storage->children)
    if (child.release != nullptr) child.release(&child);
  delete storage;
  array->release = nullptr;
}

void finish_array(ArrowArray& array, std::unique_ptr<ArrayStorage> storage, std::size_t length,
                  std::size_t nulls) {
  for (auto& child : storage->children) storage->pointers.push_back(&child);
  array = {};
  array.length = static_cast<std::int64_t>(length);
  array.null_count = static_cast<std::int64_t>(nulls);
  array.n_buffers = static_cast<std::int64_t>(storage->buffers.size());
  array.buffers = storage->buffers.data();
  array.n_children = static_cast<std::int64_t>(storage->children.size());
  array.children = storage->pointers.data();
  array.release = release_array;
  array.private_data = storage.release();
}

void set_bit(std::vector<std::uint8_t>& bits, std::size_t index) {
  bits[index / 8] = static_cast<std::uint8_t>(bits[index / 8] | (1U << (index % 8)));
}

double as_float(const Value& value) {
  if (const auto* floating = value.floating()) return *floating;
  return value.integer() == nullptr ? 0.0 : static_cast<double>(*value.integer());
}

void put_value(ArrayStorage& storage, ColumnType type, const Value& value, std::size_t index,
               const graph::View* view) {
  switch (type) {
    case ColumnType::boolean:
      if (value.boolean() != nullptr && *value.boolean()) set_bit(storage.bits, index);
      break;
    case ColumnType::integer:
      storage.integers.push_back(value.is_null() ? 0 : *value.integer());
      break;
    case ColumnType::floating:
      storage.floats.push_back(as_float(value));
      break;
    case ColumnType::date:
      storage.days.push_back(value.is_null() ? 0 : static_cast<std::int32_t>(value.date()->days));
      break;
    case ColumnType::none:
    case ColumnType::text:
      if (!value.is_null()) storage.text += data_text(value, view);
      storage.offsets.push_back(static_cast<std::int32_t>(storage.text.size()));
      break;
  }
}

void set_buffers(ArrayStorage& storage, ColumnType type) {
  storage.buffers.push_back(storage.validity.data());
  switch (type) {
    case ColumnType::boolean:
      storage.buffers.push_back(storage.bits.data());
      break;
    case ColumnType::integer:
      storage.buffers.push_back(storage.integers.data());
      break;
    case ColumnType::floating:
      storage.buffers.push_back(storage.floats.data());
      break;
    case ColumnType::date:
      storage.buffers.push_back(storage.days.data());
      break;
    case ColumnType::none:
    case ColumnType::text:
      storage.buffers.push_back(storage.offsets.data());
      storage.buffers.push_back(storage.text.data());
      break;
  }
}

// ---- stream

class ArrowRows {
 public:
  explicit ArrowRows(std::unique_ptr<talentflow_answer> answer) : answer_(std::move(answer)) {}

  /// Reads the first batch and settles the types.
  Result<void> begin() {
    TALENTFLOW_TRY(read_batch());
    types_.assign(answer_->rows->columns().size(), ColumnType::none);
    for (const auto& row : batch_)
      for (std::size_t i = 0; i < row.size(); ++i) types_[i] = widened(types_[i], type_of(row[i]));
    return {};
  }

  /// On failure the answer stays the caller's.
  talentflow_answer* give_back() { return answer_.release(); }

  void schema(ArrowSchema& out) const {
    auto storage = std::make_unique<SchemaStorage>();
    storage->children.resize(types_.size());
    for (std::size_t i = 0; i < types_.size(); ++i) {
      auto column = std::make_unique<SchemaStorage>();
      column->name = answer_->rows->columns()[i];
      fill_schema(storage->children[i], std::move(column), arrow_format(types_[i]));
    }
    fill_schema(out, std::move(storage), "+s");
  }

  /// A released array (release == NULL) marks the end.
  Result<void> next(ArrowArray& out) {
    if (!first_) TALENTFLOW_TRY(read_batch());
    first_ = false;
    out = {};
    if (batch_.empty()) return {};
    auto storage = std::make_unique<ArrayStorage>();
    storage->buffers.push_back(nullptr);
    storage->children.resize(types_.size());
    for (std::size_t i = 0; i < types_.size(); ++i) TALENTFLOW_TRY(fill_column(storage->children[i], i));
    finish_array(out, std::move(storage), batch_.size(), 0);
    rows_given_ += batch_.size();
    return {};
  }

  std::string& last_error() { return last_error_; }

 private:
  Result<void> read_batch() {
    batch_.clear();
    Row row;
    while (!ended_ && batch_.size() < kBatchRows) {
      auto more = answer_->rows->next(row);
      if (!more.ok()) return more.error();
      if (*more)
        batch_.push_back(row);
      else
        ended_ = true;
    }
    return {};
  }

  Result<void> fill_column(ArrowArray& out, std::size_t column) {
    auto storage = std::make_unique<ArrayStorage>();
    storage->validity.assign((batch_.size() + 7) / 8, 0);
    storage->bits.assign((batch_.size() + 7) / 8, 0);
    storage->offsets.push_back(0);
    std::size_t nulls = 0;
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      const auto& value = batch_[i][column];
      if (widened(types_[column], type_of(value)) != types_[column] && types_[column] != ColumnType::none)
        return make_error(ErrorCode::invalid_input, "",
                          "row " + std::to_string(rows_given_ + i + 1) + " of column '" +
                              answer_->rows->columns()[column] + "' does not fit the column's type");
      if (value.is_null())
        ++nulls;
      else
        set_bit(storage->validity, i);
      put_value(*storage, types_[column], value, i, answer_->rows->view());
      if (storage->text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
        return make_error(
            ErrorCode::budget, "",
            "column '" + answer_->rows->columns()[column] + "' holds over 2 GiB of text in one batch");
    }
    set_buffers(*storage, types_[column]);
    finish_array(out, std::move(storage), batch_.size(), nulls);
    return {};
  }

  std::unique_ptr<talentflow_answer> answer_;
  std::vector<ColumnType> types_;
  std::vector<Row> batch_;
  std::uint64_t rows_given_ = 0;
  bool first_ = true, ended_ = false;
  std::string last_error_;
};

ArrowRows& rows_of(ArrowArrayStream* stream) { return *static_cast<ArrowRows*>(stream->private_data); }

int stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  try {
    rows_of(stream).schema(*out);
    return 0;
  } catch (...) {
    return ENOMEM;
  }
}

int errno_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::interrupted:
      return EINTR;
    case ErrorCode::budget:
      return ENOMEM;
    case ErrorCode::io:
      return EIO;
    default:
      return EINVAL;
  }
}

int stream_next(ArrowArrayStream* stream, ArrowArray* out) {
  try {
    const auto result = rows_of(stream).next(*out);
    if (result.ok()) return 0;
    rows_of(stream).last_error() = result.error().text();
    return errno_of(result.error().code);
  } catch (...) {
    return ENOMEM;
  }
}

const char* stream_error(ArrowArrayStream* stream) {
  const auto& text = rows_of(stream).last_error();
  return text.empty() ? nullptr : text.c_str();
}

void stream_release(ArrowArrayStream* stream) {
  delete static_cast<ArrowRows*>(stream->private_data);
  stream->release = nullptr;
}

}  // namespace
}  // namespace talentflow::query

namespace tq = talentflow::query;

int talentflow_answer_arrow(talentflow_answer* answer, struct ArrowArrayStream* stream,
                            talentflow_error* error) {
  return tq::guard(error, [&]() -> talentflow::Result<void> {
    auto rows = std::make_unique<tq::ArrowRows>(std::unique_ptr<talentflow_answer>(answer));
    const auto begun = rows->begin();
    if (!begun.ok()) {
      rows->give_back();
      return begun.error();
    }
    stream->get_schema = tq::stream_schema;
    stream->get_next = tq::stream_next;
    stream->get_last_error = tq::stream_error;
    stream->release = tq::stream_release;
    stream->private_data = rows.release();
    return {};
  });
}
