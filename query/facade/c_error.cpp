#include "query/facade/c_error.hpp"

#include <cstdlib>
#include <cstring>

namespace talentflow::query {
namespace {

char* copy_text(const std::string& text) noexcept {
  auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy != nullptr) std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

}  // namespace

int report_error(talentflow_error* out, const Error& error) noexcept {
  if (out != nullptr) {
    talentflow_error_clear(out);
    out->code = static_cast<std::int32_t>(error.code);
    out->where = copy_text(error.where);
    out->message = copy_text(error.message);
    out->excerpt = copy_text(error.excerpt);
  }
  return static_cast<int>(error.code);
}

}  // namespace talentflow::query

void talentflow_error_clear(talentflow_error* error) {
  if (error == nullptr) return;
  std::free(error->where);
  std::free(error->message);
  std::free(error->excerpt);
  *error = TALENTFLOW_ERROR_INIT;
}
