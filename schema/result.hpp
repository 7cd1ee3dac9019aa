// Result<T> and Error: how every call of this project reports failure.
//
// A call that can fail returns Result<T>. Absence is a value (std::optional), not an error. No exception
// crosses a folder's boundary: third-party exceptions end in the one file that knows the third party.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace talentflow {

/// What went wrong, by what the caller can do about it. Only `main` turns a code into an exit status.
/// Frozen: the numbers are part of the C ABI. If you add a code, update query/talentflow.h and exit_status().
enum class ErrorCode {
  invalid_input = 1,  ///< data that cannot be read as what it claims to be; `where` is file:line
  query = 2,          ///< the query text is wrong or failed; `where` is line and column
  usage = 3,          ///< wrong option or argument of a command or call
  not_found = 4,      ///< a file, id or load that does not exist
  conflict = 5,       ///< contradicts what is stored (an id given twice with different content)
  locked = 6,         ///< the store is being written by another process
  damaged = 7,        ///< the store fails a checksum or an invariant
  format = 8,         ///< the directory is no store, or one of a newer format version
  io = 9,             ///< the operating system said no: disk full, permission, read error
  budget = 10,        ///< a time, memory or row budget ended the work; the message names it
  interrupted = 11,   ///< the caller asked to stop
  internal = 12,      ///< a defect of this program
};

/// One failure: what kind, where in the input, and a message that says what to do.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string where;  ///< "claims.csv:17", "line 1, column 8", a path, or empty
  std::string
      message;  ///< one sentence; for queries it begins with the kind, "SyntaxError: UndefinedVariable: .."
  std::string excerpt;  ///< for queries: the source line, a caret line below it and a hint; else empty

  /// "where: message", the excerpt on the lines below.
  std::string text() const {
    std::string out = where.empty() ? message : where + ": " + message;
    if (!excerpt.empty()) out += "\n" + excerpt;
    return out;
  }
};

/// A value or an Error. `Result<void>` carries success alone.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// Precondition: ok().
  T& value() { return *std::get_if<0>(&state_); }
  const T& value() const { return *std::get_if<0>(&state_); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T&& take() { return std::move(value()); }

  /// Precondition: !ok().
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}
  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

inline Error make_error(ErrorCode code, std::string where, std::string message) {
  return Error{code, std::move(where), std::move(message), {}};
}

}  // namespace talentflow

/// Returns the error of a Result-valued expression to the caller; goes on when it succeeded.
#define TALENTFLOW_TRY(expression)                                                                        \
  do {                                                                                                    \
    if (auto talentflow_result = (expression); !talentflow_result.ok()) return talentflow_result.error(); \
  } while (false)
