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
/// either group. Read by its words: who loses, to whom, whose loss it is, who gains; groups by their
/// countries, their people's name, "overseas" and "foreign", or an organisation's country. A word that names
/// the teller ("Chinese outlets") is nobody's loss.
int read_frame(const graph::View& view, const graph::Question& question, const std::string& text);

struct Frame {
  std::string bloc, text;
  int says = 0;
};
/// The FRAMES claims of the reading, by bloc, then text.
std::vector<Frame> frames(const graph::View& view, const graph::Question& question);

}  // namespace talentflow::query
