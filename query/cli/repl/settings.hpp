// What a REPL session has set.
#pragma once

#include <map>
#include <string>

#include "query/cli/session.hpp"

namespace talentflow::cli {

struct Settings {
  std::string mode;            ///< output format
  std::uint64_t max_rows = 0;  ///< shown by table forms; 0 = all
  bool timer = false;
  std::string pager;                              ///< command; empty = none
  std::string output;                             ///< file that rows go to; empty = standard output
  std::map<std::string, std::string> parameters;  ///< name -> JSON
  QueryOptions limits;
};

}  // namespace talentflow::cli
