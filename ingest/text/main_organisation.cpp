// The organisation that a text as a whole is about: named often, and named early, as news names first whom it
// is about.
#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/document.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::size_t kMention = 2;
constexpr std::size_t kInPassing = 1;   ///< "from Acme", "at Acme": where somebody was or comes from
constexpr std::size_t kSubject = 3;     ///< at the beginning of a sentence
constexpr std::size_t kFirstNamed = 3;  ///< the first organisation of the first sentence that names one
constexpr std::size_t kNamedEarly = 1;  ///< the others of that sentence

/// An organisation that a piece names, or that owns what it describes; null for the rest.
const Noun* organisation_of(const Piece& piece) {
  if (!piece.is_noun()) return nullptr;
  if (piece.noun.named() && piece.noun.type == NounType::organisation) return &piece.noun;
  for (const Noun& owner : piece.noun.owner)
    if (owner.named() && owner.type == NounType::organisation) return &owner;
  if (piece.noun.type == NounType::role && !piece.noun.former)
    for (const Noun& employer : piece.noun.employer)
      if (employer.named() && employer.type == NounType::organisation) return &employer;
  return nullptr;
}

/// What the mention of a piece counts for its organisation.
std::size_t weight(const std::vector<Piece>& pieces, std::size_t at) {
  if (at == 0) return kSubject;
  const Piece& before = pieces[at - 1];
  const bool passing =
      before.is("from") || before.is("at") || before.is("with") || before.is("by") || before.is("like");
  return passing ? kInPassing : kMention;
}

bool is_fund(const std::string& name) { return Gazetteer::standard().knows_as(name, "Fund"); }

bool is_outlet(const std::string& name) { return Gazetteer::standard().knows_as(name, "Outlet"); }

}  // namespace

/// `order`: the organisations as the text first names them, which decides between equals.
void Document::find_main_organisation(const std::vector<std::string>& order) {
  std::map<std::string, std::size_t> early;
  for (const auto& parsed : sentences_) {
    for (const Piece& piece : parsed.pieces)
      if (const Noun* noun = organisation_of(piece);
          noun != nullptr && !is_outlet(noun->name) && !is_fund(noun->name))
        early.emplace(noun->name, early.empty() ? kFirstNamed : kNamedEarly);
    if (!early.empty()) break;
  }
  std::map<std::string, std::size_t> scores;
  for (const auto& parsed : sentences_)
    for (std::size_t i = 0; i < parsed.pieces.size(); ++i) {
      const Piece& piece = parsed.pieces[i];
      if (const Noun* noun = organisation_of(piece)) {
        // funds stand beside the firms they pay
        scores[noun->name] += is_fund(noun->name) && i > 0 ? kInPassing : weight(parsed.pieces, i);
        continue;
      }
      if (!piece.is_noun()) continue;
      for (const Noun& employer : piece.noun.employer)
        if (employer.type == NounType::organisation)
          scores[employer.name] += piece.noun.former ? kInPassing : kMention;
    }
  std::size_t most = 0;
  for (const auto& name : order) {
    if (is_outlet(name)) continue;
    const auto first = early.find(name);
    const std::size_t score = scores[name] + (first == early.end() ? 0 : first->second);
    if (score <= most) continue;
    most = score;
    main_organisation_ = name;
    main_organisation_count_ = mentions_of(name);
  }
}

}  // namespace talentflow::ingest::text
