// The organisation that a text as a whole is about: named often, and named early, as news names first whom it
// is about.
#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/document.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::size_t kMention = 2;
constexpr std::size_t kFirstNamed = 3;  ///< the first organisation of the first sentence that names one
constexpr std::size_t kNamedEarly = 1;  ///< the others of that sentence

/// An organisation that a piece names, or that owns what it describes; null for the rest.
const Noun* organisation_of(const Piece& piece) {
  if (!piece.is_noun()) return nullptr;
  if (piece.noun.named() && piece.noun.type == NounType::organisation) return &piece.noun;
  for (const Noun& owner : piece.noun.owner)
    if (owner.named() && owner.type == NounType::organisation) return &owner;
  return nullptr;
}

bool is_outlet(const std::string& name) {
  const KnownName* known = Gazetteer::standard().find(name);
  return known != nullptr && known->kind == "Outlet";
}

}  // namespace

/// `order`: the organisations as the text first names them, which decides between equals.
void Document::find_main_organisation(const std::vector<std::string>& order) {
  std::map<std::string, std::size_t> early;
  for (const auto& parsed : sentences_) {
    for (const Piece& piece : parsed.pieces)
      if (const Noun* noun = organisation_of(piece); noun != nullptr && !is_outlet(noun->name))
        early.emplace(noun->name, early.empty() ? kFirstNamed : kNamedEarly);
    if (!early.empty()) break;
  }
  std::size_t most = 0;
  for (const auto& name : order) {
    const std::size_t count = mentions_of(name);
    if (is_outlet(name)) continue;
    const auto first = early.find(name);
    const std::size_t score = count * kMention + (first == early.end() ? 0 : first->second);
    if (score <= most) continue;
    most = score;
    main_organisation_ = name;
    main_organisation_count_ = count;
  }
}

}  // namespace talentflow::ingest::text
