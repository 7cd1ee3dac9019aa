// Reads the vocabulary's tables: those compiled in, or a user's folder of the same files.
#include <charconv>
#include <fstream>
#include <sstream>

#include "schema/table.hpp"
#include "schema/tables.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow {
namespace {

Error bad_cell(std::string_view file, const TableRow& row, const std::string& problem) {
  return make_error(ErrorCode::invalid_input, std::string(file) + ":" + std::to_string(row.line), problem);
}

std::optional<CareerMeaning> career_meaning(std::string_view word) {
  if (word.empty()) return CareerMeaning::none;
  if (word == "post") return CareerMeaning::post;
  if (word == "begins") return CareerMeaning::begins;
  if (word == "ends") return CareerMeaning::ends;
  if (word == "founds") return CareerMeaning::founds;
  if (word == "studies") return CareerMeaning::studies;
  return std::nullopt;
}

std::optional<OrgMeaning> org_meaning(std::string_view word) {
  if (word.empty()) return OrgMeaning::none;
  if (word == "part_of") return OrgMeaning::part_of;
  if (word == "owner_of") return OrgMeaning::owner_of;
  if (word == "renamed") return OrgMeaning::renamed;
  if (word == "located") return OrgMeaning::located;
  if (word == "headquartered") return OrgMeaning::headquartered;
  return std::nullopt;
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

/// Fills a Vocabulary table by table.
class VocabularyReader {
 public:
  Result<void> kinds(std::string_view text) {
    auto table = parse_table(text, "kinds.csv");
    if (!table) return table.error();
    for (const TableRow& row : table->rows) {
      const std::string_view organisation = table->cell(row, "organisation");
      if (organisation != "yes" && organisation != "no")
        return bad_cell("kinds.csv", row, "organisation must be yes or no");
      vocabulary_.kinds_.push_back({std::string(table->cell(row, "kind")),
                                    std::string(table->cell(row, "plural")), organisation == "yes",
                                    std::string(table->cell(row, "parent"))});
    }
    return {};
  }

  Result<void> relations(std::string_view text) {
    auto table = parse_table(text, "relations.csv");
    if (!table) return table.error();
    for (const TableRow& row : table->rows) {
      const auto career = career_meaning(table->cell(row, "career"));
      const auto org = org_meaning(table->cell(row, "organisation"));
      if (!career)
        return bad_cell("relations.csv", row, "career must be post, begins, ends, founds, studies or empty");
      if (!org)
        return bad_cell("relations.csv", row,
                        "organisation must be part_of, owner_of, renamed, located, headquartered or empty");
      vocabulary_.relations_.push_back(
          {std::string(table->cell(row, "relation")), *career, *org, std::string(table->cell(row, "gloss"))});
    }
    return {};
  }

  Result<void> roles(std::string_view text) {
    auto table = parse_table(text, "roles.csv");
    if (!table) return table.error();
    for (const TableRow& row : table->rows) {
      const auto role = Vocabulary::role_class(table->cell(row, "class"));
      const std::string_view match = table->cell(row, "match");
      if (!role)
        return bad_cell("roles.csv", row,
                        "class must be researcher, engineer, executive, founder or student");
      if (match != "word" && match != "part") return bad_cell("roles.csv", row, "match must be word or part");
      vocabulary_.role_words_.push_back(
          {ascii_lower(table->cell(row, "word")), static_cast<RoleClasses>(*role), match == "part"});
    }
    return {};
  }

  Result<void> strengths(std::string_view text) {
    auto table = parse_table(text, "strengths.csv");
    if (!table) return table.error();
    for (const TableRow& row : table->rows) TALENTFLOW_TRY(strength(*table, row));
    return {};
  }

  Vocabulary finish() {
    vocabulary_.identifying_ = {"wikidata", "orcid", "ror",  "ticker",  "cik",      "openalex", "dblp",
                                "grid",     "lei",   "isni", "fundref", "ringgold", "scholar"};
    return std::move(vocabulary_);
  }

 private:
  Result<void> strength(const Table& table, const TableRow& row) {
    const std::string_view grade = table.cell(row, "grade");
    const std::string text(table.cell(row, "strength"));
    double value = -1.0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || value < 0.0 || value > 1.0)
      return bad_cell("strengths.csv", row, "strength must be a number from 0 to 1");
    if (grade == "rumour") {
      vocabulary_.rumour_cap_ = value;
    } else if (grade == "unjudged") {
      vocabulary_.unjudged_ = value;
    } else if (grade.size() == 1 && grade[0] >= 'A' && grade[0] <= 'E') {
      vocabulary_.reliability_[grade[0]] = value;
    } else if (grade.size() == 1 && grade[0] >= '1' && grade[0] <= '5') {
      vocabulary_.credibility_[grade[0] - '0'] = value;
    } else {
      return bad_cell("strengths.csv", row, "grade must be A to E, 1 to 5, rumour or unjudged");
    }
    return {};
  }

  Vocabulary vocabulary_;
};

const Vocabulary& Vocabulary::standard() {
  // Constant data, built on first use; the compiled-in tables are checked by a test.
  static const Vocabulary built = [] {
    auto vocabulary = from_folder("");
    return vocabulary ? vocabulary.take() : Vocabulary();
  }();
  return built;
}

Result<Vocabulary> Vocabulary::from_folder(const std::string& folder) {
  struct Step {
    const char* file;
    std::string_view standard;
    Result<void> (VocabularyReader::*read)(std::string_view);
  };
  const Step steps[] = {{"kinds.csv", tables::kinds(), &VocabularyReader::kinds},
                        {"relations.csv", tables::relations(), &VocabularyReader::relations},
                        {"roles.csv", tables::roles(), &VocabularyReader::roles},
                        {"strengths.csv", tables::strengths(), &VocabularyReader::strengths}};
  VocabularyReader reader;
  for (const Step& step : steps) {
    const auto own = folder.empty() ? std::nullopt : read_file(folder + "/" + step.file);
    TALENTFLOW_TRY((reader.*step.read)(own ? std::string_view(*own) : step.standard));
  }
  return reader.finish();
}

}  // namespace talentflow
