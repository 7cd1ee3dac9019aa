// How a bloc frames an event against what is counted: does "Chinese firms lose talent to foreign labs" agree
// with the net of the flow asked for?
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/flow/question.hpp"
#include "graph/view.hpp"

namespace talentflow::query {

/// +1: the text says that the first group gains, -1: that it loses, 0: it says neither, or of nobody in
/// either group. Read by the words of schema/frame_words.hpp, English or Chinese: who loses, to whom, whose
/// loss it is, who gains, who is not losing (which says neither); groups by their countries, their people's
/// name, "overseas", or an organisation's country. Who only tells ("Chinese outlets") is in no group.
int read_frame(const graph::View& view, const graph::Question& question, const std::string& text);

struct Frame {
  std::string bloc, text;
  int says = 0;
};
/// The FRAMES claims of the reading, by bloc, then text.
std::vector<Frame> frames(const graph::View& view, const graph::Question& question);

}  // namespace talentflow::query
