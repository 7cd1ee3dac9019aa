// How two names agree. Pure functions of the names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talentflow::graph {

/// From the weakest to the strongest.
enum class Agreement {
  none,
  acronym,     ///< MIT for Massachusetts Institute of Technology
  initials,    ///< J. Lin for Junyang Lin
  short_form,  ///< Tom Example for Thomas Example
  middle,      ///< Ann Example for Ann Beatrice Example
  bracket,     ///< Acme for Acme (Singapore), Acme (Design School)
  group,       ///< Acme for Acme Group, Acme Holdings
  translated,  ///< the Chinese name in English words
  legal_form,  ///< Acme for Acme, Inc.
  read,        ///< Chinese characters, and their reading in Latin letters
  same         ///< the same words, in any order, case and accents
};

/// Of two persons' names. `none` also where middle initials contradict each other.
Agreement person_names_agree(std::string_view one, std::string_view other);
/// Of two names of organisations.
Agreement organisation_names_agree(std::string_view one, std::string_view other);
/// The strongest of all pairs.
Agreement names_agree(const std::vector<std::string>& ones, const std::vector<std::string>& others,
                      bool persons);

/// What is in the bracket at a name's end, or nothing.
std::string_view bracket_of(std::string_view name);
/// For reasons: "the name without its legal form".
std::string_view agreement_text(Agreement agreement);

}  // namespace talentflow::graph
