// References to addresses, RFC 3986 section 5, as far as pages and feeds need them.
#include <vector>

#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest {
namespace {

bool absolute(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

/// "/a/./b/../c" -> "/a/c".
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> kept;
  const auto parts = split(path, '/');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    if (parts[i] == "." || parts[i] == "..") {
      if (parts[i] == ".." && kept.size() > 1) kept.pop_back();
      if (last) kept.emplace_back();
    } else {
      kept.push_back(parts[i]);
    }
  }
  std::string out;
  for (std::size_t i = 0; i < kept.size(); ++i) out += (i == 0 ? "" : "/") + std::string(kept[i]);
  return out;
}

}  // namespace

std::string resolved_address(std::string_view reference, std::string_view base) {
  reference = trimmed(reference);
  if (absolute(reference)) return std::string(reference);
  if (!absolute(base) || reference.empty()) return {};
  const auto colon = reference.find(':');
  if (colon != std::string_view::npos && reference.find_first_of("/?#") > colon)
    return {};  // "mailto:", "urn:"
  if (reference.starts_with("//"))
    return std::string(base.substr(0, base.find(':') + 1)) + std::string(reference);
  base = base.substr(0, base.find('#'));
  if (reference.front() == '#') return std::string(base);
  base = base.substr(0, base.find('?'));
  if (reference.front() == '?') return std::string(base) + std::string(reference);
  const auto host_end = std::min(base.find('/', base.find("://") + 3), base.size());
  const auto path_end = std::min(reference.find_first_of("?#"), reference.size());
  std::string path(reference.substr(0, path_end));
  if (path.front() != '/') {
    const auto directory =
        base.substr(host_end, base.rfind('/') + 1 - std::min(host_end, base.rfind('/') + 1));
    path = (directory.empty() ? "/" : std::string(directory)) + path;
  }
  return std::string(base.substr(0, host_end)) + without_dots(path) + std::string(reference.substr(path_end));
}

}  // namespace talentflow::ingest
