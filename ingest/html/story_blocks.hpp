// Which blocks of a page are its story.
//
// Dropped: blocks that are mostly links (lists of other stories, tags), what is named like a frame, other
// articles beside the one that has most of the text. A page that marks its article's body, or its main part,
// has no story outside of it. Where nothing would be left, the marks are not believed.
#pragma once

#include <vector>

#include "ingest/html/html_page.hpp"

namespace talentflow::ingest::html {

/// In the order of the page; the views live as long as the page.
std::vector<const Block*> story_blocks(const HtmlPage& page);

}  // namespace talentflow::ingest::html
