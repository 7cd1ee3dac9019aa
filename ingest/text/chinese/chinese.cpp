#include "ingest/text/chinese/chinese.hpp"

namespace talentflow::ingest::text {

std::vector<TextClaim> find_chinese_claims(const Document&) { return {}; }

}  // namespace talentflow::ingest::text
