#include "ingest/html/story_blocks.hpp"

#include <algorithm>
#include <map>

namespace talentflow::ingest::html {
namespace {

/// A part that the page marks counts as its story from this much text on.
constexpr std::size_t kLeastStory = 140;

using Blocks = std::vector<const Block*>;

bool mostly_links(const Block& block) { return block.link_bytes * 2 > block.text.size(); }

std::size_t prose_bytes(const Blocks& blocks) {
  std::size_t out = 0;
  for (const auto* block : blocks) out += block->text.size();
  return out;
}

template <class Wanted>
Blocks only(const Blocks& blocks, Wanted wanted) {
  Blocks out;
  std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(out), wanted);
  return out;
}

/// The blocks that are `wanted` where they are a story, else all.
template <class Wanted>
Blocks narrowed(Blocks blocks, std::size_t least, Wanted wanted) {
  Blocks part = only(blocks, wanted);
  return prose_bytes(part) >= least ? part : blocks;
}

/// Without the teasers of other stories, where one article has most of the text.
Blocks largest_article(Blocks blocks) {
  std::map<std::uint32_t, std::size_t> bytes;
  for (const auto* block : blocks)
    if (block->article != 0) bytes[block->article] += block->text.size();
  std::size_t all = 0;
  for (const auto& [number, size] : bytes) all += size;
  for (const auto& [number, size] : bytes)
    if (size * 5 > all * 3)
      return only(blocks,
                  [number](const Block* block) { return block->article == number || block->article == 0; });
  return blocks;
}

}  // namespace

std::vector<const Block*> story_blocks(const HtmlPage& page) {
  Blocks all;
  for (const auto& block : page.blocks) all.push_back(&block);
  Blocks out = narrowed(std::move(all), 1, [](const Block* block) { return !mostly_links(*block); });
  out = narrowed(std::move(out), 1, [](const Block* block) { return !block->suspect; });
  out = narrowed(std::move(out), kLeastStory, [](const Block* block) { return block->main; });
  out = narrowed(std::move(out), kLeastStory, [](const Block* block) { return block->body; });
  return largest_article(std::move(out));
}

}  // namespace talentflow::ingest::html
