#include "graph/names/han_terms.hpp"

#include <array>
#include <map>

#include "graph/names/legal_forms.hpp"
#include "schema/table.hpp"
#include "schema/tables.hpp"

namespace talentflow::graph {
namespace {

struct Term {
  std::string_view han;
  std::string_view english;
};

/// Whole names whose English form is not that of their parts; more of them, with pages that give both, are in
/// datasets/vocabulary/organisation_names.csv.
constexpr auto kNames = std::to_array<Term>({
    {"国防科技大学", "National University of Defense Technology"},
    {"香港大学", "University of Hong Kong"},
    {"香港科技大学", "Hong Kong University of Science and Technology"},
    {"香港城市大学", "City University of Hong Kong"},
    {"澳门大学", "University of Macau"},
    {"麻省理工学院", "Massachusetts Institute of Technology"},
});

/// From a Chinese name without legal form, in lower case, to the English one.
using KnownNames = std::map<std::string, std::string, std::less<>>;

KnownNames read_known_names() {
  KnownNames names;
  const auto table = parse_table(tables::organisation_names(), "organisation_names.csv");
  if (!table.ok()) return names;  // the compiled-in table is checked by a test
  for (const TableRow& row : table->rows)
    for (const std::string& chinese : split_list(table->cell(row, "chinese"), ';'))
      names.emplace(ascii_lower(without_han_legal_form(chinese)), table->cell(row, "name"));
  for (const Term& term : kNames) names.emplace(term.han, term.english);
  return names;
}

/// Places and fields in front, longest first where one begins another.
constexpr auto kQualifiers = std::to_array<Term>({
    {"哈尔滨", "Harbin"},       {"石家庄", "Shijiazhuang"}, {"内蒙古", "Inner Mongolia"},
    {"黑龙江", "Heilongjiang"}, {"北京", "Beijing"},        {"上海", "Shanghai"},
    {"天津", "Tianjin"},        {"重庆", "Chongqing"},      {"深圳", "Shenzhen"},
    {"广州", "Guangzhou"},      {"杭州", "Hangzhou"},       {"南京", "Nanjing"},
    {"武汉", "Wuhan"},          {"西安", "Xi'an"},          {"成都", "Chengdu"},
    {"苏州", "Suzhou"},         {"厦门", "Xiamen"},         {"香港", "Hong Kong"},
    {"澳门", "Macau"},          {"台湾", "Taiwan"},         {"台北", "Taipei"},
    {"浙江", "Zhejiang"},       {"江苏", "Jiangsu"},        {"广东", "Guangdong"},
    {"山东", "Shandong"},       {"山西", "Shanxi"},         {"陕西", "Shaanxi"},
    {"四川", "Sichuan"},        {"湖南", "Hunan"},          {"湖北", "Hubei"},
    {"河南", "Henan"},          {"河北", "Hebei"},          {"福建", "Fujian"},
    {"安徽", "Anhui"},          {"江西", "Jiangxi"},        {"吉林", "Jilin"},
    {"辽宁", "Liaoning"},       {"云南", "Yunnan"},         {"贵州", "Guizhou"},
    {"兰州", "Lanzhou"},        {"郑州", "Zhengzhou"},      {"复旦", "Fudan"},
    {"同济", "Tongji"},         {"南开", "Nankai"},         {"西湖", "Westlake"},
    {"东南", "Southeast"},      {"中南", "Central South"},  {"东北", "Northeastern"},
    {"斯坦福", "Stanford"},     {"哈佛", "Harvard"},        {"普林斯顿", "Princeton"},
    {"牛津", "Oxford"},         {"剑桥", "Cambridge"},      {"耶鲁", "Yale"},
    {"康奈尔", "Cornell"},      {"东京", "Tokyo"},          {"京都", "Kyoto"},
    {"首尔", "Seoul"},          {"青岛", "Qingdao"},        {"大连", "Dalian"},
    {"宁波", "Ningbo"},         {"昆明", "Kunming"},        {"合肥", "Hefei"},
    {"济南", "Jinan"},          {"沈阳", "Shenyang"},       {"福州", "Fuzhou"},
    {"南昌", "Nanchang"},       {"海南", "Hainan"},         {"广西", "Guangxi"},
    {"宁夏", "Ningxia"},        {"新疆", "Xinjiang"},       {"华南", "South China"},
    {"华东", "East China"},     {"西南", "Southwest"},
});

constexpr auto kFields = std::to_array<Term>({
    {"人工智能", "Artificial Intelligence"},
    {"航空航天", "Aeronautics and Astronautics"},
    {"邮电", "Posts and Telecommunications"},
    {"科技", "Science and Technology"},
    {"师范", "Normal"},
    {"农业", "Agricultural"},
    {"医科", "Medical"},
    {"外国语", "Foreign Studies"},
    {"工业", "Technology"},
    {"财经", "Finance and Economics"},
    {"海洋", "Ocean"},
    {"石油", "Petroleum"},
});

/// Takes a term off the front of the text, or nothing.
template <std::size_t N>
std::string_view take(std::string_view& text, const std::array<Term, N>& terms) {
  for (const Term& term : terms)
    if (text.starts_with(term.han)) {
      text.remove_prefix(term.han.size());
      return term.english;
    }
  return {};
}

std::string join(std::string_view one, std::string_view other) {
  return std::string(one) + " " + std::string(other);
}

}  // namespace

std::string english_of_han(std::string_view name) {
  static const KnownNames known = read_known_names();
  if (const auto whole = known.find(ascii_lower(name)); whole != known.end()) return whole->second;
  std::string_view rest = name;
  const std::string_view place = take(rest, kQualifiers);
  if (place.empty()) return {};
  if (rest == "大学") return join(place, "University");
  if (rest == "实验室") return join(place, "Laboratory");
  const std::string_view field = take(rest, kFields);
  if (field.empty()) return {};
  if (rest == "实验室") return join(place, join(field, "Laboratory"));
  if (rest == "研究院") return join(place, "Academy of " + std::string(field));
  if (rest != "大学") return {};
  // 北京邮电大学 is "Beijing University of Posts ..", 北京师范大学 "Beijing Normal University".
  const bool in_front = field == "Normal" || field == "Agricultural" || field == "Medical" ||
                        field == "Ocean" || field == "Petroleum";
  return in_front ? join(place, join(field, "University"))
                  : join(place, "University of " + std::string(field));
}

}  // namespace talentflow::graph
