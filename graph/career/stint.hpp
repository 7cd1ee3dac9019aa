// Stints: what the claims about one person's posts add up to. The first derived rung of the ladder.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "schema/claim.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// One claim as belief sees it.
struct Evidence {
  ClaimNumber claim = 0;
  EntityNumber source = 0;
  std::uint32_t root_publisher = 0;  ///< equal for claims that are not independent
  float strength = 0.0F;             ///< 0..0.999, after grades, explicit confidence and the rumour cap
  bool denies = false;
  Status status = Status::none;
};

/// One claim about a person's post, with all that fusing needs. Input of fuse(), sorted by organisation.
struct CareerClaim {
  Evidence evidence;
  EntityNumber organisation = 0;
  CareerMeaning meaning = CareerMeaning::none;
  Date start;  ///< for events (JOINED, LEFT, FOUNDED): the day of the event
  Date end;
  Day seen = kMinDay;  ///< last day of the page's date: evidence of "still held" is evidence up to here
  RoleClasses roles = 0;
  std::array<char, 2> place{};  ///< the claim's own place, or zeros
  bool former = false;          ///< the page calls it a past post ("former X"): ended by `seen`
  std::uint32_t role_text = 0;  ///< caller's code of the role's words
};

/// One value that a bound of a stint may have, with its share of the fact's belief. Shares of one bound add
/// up to 1.
struct BoundChoice {
  bool known = false;  ///< false: start unknown / not known to have ended
  DayRange range{};
  Date stated;  ///< as the strongest claim wrote it
  double share = 1.0;
};

/// A fused post of one person at one organisation in one episode.
struct Stint {
  EntityNumber person = 0;
  EntityNumber organisation = 0;
  std::uint16_t episode = 0;  ///< 0, 1, .. of this person at this organisation, in time
  bool study = false;
  bool founded = false;
  RoleClasses roles = 0;
  std::array<char, 2> place{};  ///< where the person sat by the claims, or zeros
  double belief = 0.0;
  double plausibility = 0.0;
  bool contested = false;
  bool end_open = false;  ///< some claim says still held
  Day held = kMinDay;     ///< last day on which evidence shows the post as held; kMinDay = none
  std::uint32_t origins = 0;
  std::uint32_t sources = 0;
  Status status = Status::none;
  std::uint32_t role_text = 0;      ///< the strongest claim's
  std::vector<BoundChoice> starts;  ///< never empty; strongest first
  std::vector<BoundChoice> ends;    ///< never empty; strongest first
  std::vector<ClaimNumber> claims;  ///< ascending
};

}  // namespace talentflow::graph
