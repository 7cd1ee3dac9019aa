#include "ingest/text/chinese/names.hpp"

#include <algorithm>
#include <array>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/chinese/letters.hpp"
#include "ingest/text/chinese/words.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::u32string_view kSurnames =
    U"赵钱孙李麦周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦"
    U"昌"
    U"马苗凤花方俞任袁柳"
    U"酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明"
    U"臧计伏成戴谈宋茅庞熊"
    U"纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪"
    U"干解应宗丁宣贲邓郁单"
    U"杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全"
    U"郗班仰秋仲伊宫宁仇栾"
    U"暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳"
    U"逄姬申扶堵冉宰郦雍郤"
    U"璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇"
    U"广禄阙东欧殳沃利蔚越"
    U"夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫覃佟佘仝代付兰"
    U"冼佀区卢亓训苟揭邝谌隋朴阙粟牟矫苑涂楼檀海";
/// Surnames that are mostly other words: only a title before them makes a name.
constexpr std::u32string_view kDoubtfulSurnames = U"从满连都平向同海";
constexpr std::array<std::u32string_view, 26> kCompoundSurnames = {
    U"欧阳", U"司马", U"诸葛", U"上官", U"司徒", U"东方", U"独孤", U"南宫", U"夏侯",
    U"皇甫", U"尉迟", U"公孙", U"慕容", U"长孙", U"宇文", U"司空", U"令狐", U"轩辕",
    U"淳于", U"单于", U"申屠", U"端木", U"呼延", U"拓跋", U"百里", U"澹台"};
/// Never part of a given name.
constexpr std::u32string_view kNotGiven =
    U"的了在是与及将被曾从至对向们这那该称说没不未后等着过吗呢么您你我他她它哪怎很";
/// Of these, the ones that begin given names of two characters: 沈向洋, 冯至谦.
constexpr std::u32string_view kSometimesGiven = U"向至与将未曾及";
/// May end a given name, but are more often the word behind it: the shorter reading goes first.
constexpr std::u32string_view kOftenBehind =
    U"任为于和以也出获前加入中又并已自因由则均都还就再现兼拟或若才会要可能让把给跟到去来有原正仍回离及时";
/// Characters that foreign names are written with.
constexpr std::u32string_view kForeign =
    U"埃帕娄郝耿策岑茱喀耐邓琪赖保朴柴蒲铂阮阿艾安奥巴白班邦鲍贝本比彼伯博布查昌达戴丹道德迪蒂丁杜敦多顿俄厄"
    U"恩尔法范菲费芬弗夫福富盖甘高戈格葛根古"
    U"哈海汉豪赫黑亨胡华怀惠霍"
    U"基吉加贾简杰金卡凯坎康考柯科克肯孔库奎昆拉莱兰劳朗勒雷黎里理利莉莲列林琳龙卢鲁路吕伦罗洛玛马迈曼芒毛梅"
    U"烈宾拜冯佛登庭汀门蒙米麦密敏明摩莫姆默木"
    U"穆拿娜纳乃奈南内妮尼涅宁纽努诺欧帕潘佩彭皮平普奇齐恰钱乔切琴丘琼让热仁荣茹儒瑞若萨塞赛桑森沙莎珊山尚绍"
    U"舍申圣施什史士舒斯思丝"
    U"松苏索塔泰坦汤唐陶特腾提廷图托陀瓦万旺威韦维魏温文翁沃乌吾武西希锡席夏香肖谢辛欣休许雅亚延扬杨耶叶伊易"
    U"因印英尤于雨约云泽曾扎"
    U"詹张珍真芝治兹朱卓佐宗祖逊茨娅蕾露翰娅瑟瑙丽黛婷妲弥诗芙萝薇茜凡杨立伍兹缇耀亿玻昂隆嘉嘎";

bool among(char32_t letter, std::u32string_view set) { return set.find(letter) != std::u32string_view::npos; }

/// Whether a longer word or known name begins inside the characters and runs beyond their end.
bool runs_over(const Characters& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const auto word = word_at(text.plain(), i);
    if (word.text.size() >= 2 && (i + word.text.size() > end || (i > begin && i + word.text.size() == end)))
      return true;
    const auto known = Gazetteer::standard().longest(text.plain(), i);
    if (known.length >= 2 && i + known.length > end) return true;
  }
  return false;
}

/// Characters of the word of time that begins at a place; 0 for none.
std::size_t begins_time(const Characters& text, std::size_t at) {
  static constexpr std::u32string_view kTimes[] = {U"今年", U"去年", U"前年", U"昨",   U"今日", U"今天",
                                                   U"本周", U"上周", U"本月", U"上月", U"近日", U"日前",
                                                   U"近期", U"最近", U"周",   U"同年", U"次年", U"隔年",
                                                   U"上个", U"年底", U"年初", U"月底", U"月初"};
  for (const auto time : kTimes)
    if (text.starts_with(at, time)) return time.size();
  return 0;
}

/// How clearly a name can end at a place: 0 it cannot, 1 a particle follows, 2 a word that names stand
/// before.
int right_side(const Characters& text, std::size_t at) {
  if (at >= text.size()) return 2;
  const char32_t letter = text[at];
  if (!is_han(letter)) return is_latin(letter) || is_digit(letter) ? 1 : 2;
  const auto word = word_at(text.plain(), at);
  const bool across = word.text.size() == 2 && !text.word_begins(at) && !text.word_begins(at + 2);
  if (word.text.size() >= 2 && word.word != Word::none && !across) return 2;
  if (Gazetteer::standard().longest(text.plain(), at).length >= 2) return 1;
  // "罗浩然两名研究员"
  if (among(letter, U"两二三四五六七八九十") &&
      (text[at + 1] == U'名' || text[at + 1] == U'位' || text[at + 1] == U'人'))
    return 2;
  if (const auto time = begins_time(text, at)) return time >= 2 ? 2 : 1;
  return word.word == Word::none ? 0 : 1;
}

/// "创始人张磊捐赠": no word of the table follows, but one of the dictionary does, and the left side is
/// clear.
bool before_unknown_word(const Characters& text, std::size_t at, std::size_t surname, std::size_t end,
                         LeftSide left) {
  const bool divided = text.word_begins(end) && end + 1 < text.size() && !text.word_begins(end + 1);
  if (!divided) return false;
  if (left == LeftSide::title) return true;
  return left == LeftSide::start && end - at == surname + 2 && !text.is_one_word(at + surname, end);
}

bool title_behind(const Characters& text, std::size_t at) {
  const auto word = word_at(text.plain(), at);
  return word.word == Word::title || (word.word == Word::role && word.text.ends_with(U"教授")) ||
         (word.word == Word::degree && word.text == U"博士");
}

/// "从华为", "向本报": a preposition and what follows it, though both could be a name.
bool particle_surname(const Characters& text, std::size_t at, std::size_t end) {
  const auto word = word_at(text.plain(), at);
  if (word.text.size() != 1) return false;
  if (Gazetteer::standard().longest(text.plain(), at + 1).length >= 2) return true;
  return word.word != Word::role && (at + 1 >= end || text.word_begins(at + 1));
}

/// "负责训练的刘大一恒同时..": four characters are a name only where a relative clause or a title stands
/// before, a word of the table behind, and the dictionary knows no word inside.
bool four_characters(const Characters& text, std::size_t at, std::size_t end, LeftSide left, int right) {
  if (right < 2 || (left != LeftSide::title && (at == 0 || text[at - 1] != U'的'))) return false;
  for (std::size_t i = at; i <= end; ++i)
    if (!text.word_begins(i)) return false;
  return word_at(text.plain(), end - 1).word == Word::none;
}

/// Whether the characters may be a surname and a given name.
bool given_characters(const Characters& text, std::size_t at, std::size_t surname, std::size_t end,
                      LeftSide left) {
  for (std::size_t i = at; i < end; ++i) {
    if (!is_han(text[i])) return false;
    if (i < at + surname || !among(text[i], kNotGiven)) continue;
    const bool first_of_two = i == at + surname && end == i + 2 && among(text[i], kSometimesGiven);
    if (!first_of_two || among(text[i + 1], kNotGiven)) return false;
    // "张三与李四" is no given name 与李: behind it, words go on that names stand before
    if (left != LeftSide::title && right_side(text, end) < 2) return false;
    if (surname_at(text, i + 1) > 0 && right_side(text, i + 2) == 0) return false;
    if (word_at(text.plain(), i).text.size() >= 2 || text.is_one_word(i + 1, end + 1)) return false;
  }
  return true;
}

std::optional<NameMatch> try_length(const Characters& text, std::size_t at, std::size_t surname,
                                    std::size_t end, LeftSide left, NameMemory& memory) {
  if (end > text.size()) return std::nullopt;
  const auto name = text.view(at, end);
  if (memory.is_person(name)) return NameMatch{end, true};
  if (!given_characters(text, at, surname, end, left)) return std::nullopt;
  if (left != LeftSide::title && (among(text[at], kDoubtfulSurnames) || begins_time(text, at + 1)))
    return std::nullopt;
  if (runs_over(text, at, end)) return std::nullopt;
  int right = right_side(text, end);
  if (right == 0 && before_unknown_word(text, at, surname, end, left)) right = 1;
  const bool known = memory.kind_of(text.written(at, end)) == "Person";
  if (end - at > surname + 2 && !known && !four_characters(text, at, end, left, right)) return std::nullopt;
  // the dictionary may cut across the end of a name: "马晓|东向百度"
  const bool particle = left != LeftSide::text && left != LeftSide::name && end - at == surname + 2 &&
                        among(text[end], U"将已则也均都曾于在向从被由因与和任自以出");
  if (right == 0 || (right == 1 && !text.word_begins(end) && !known && !particle)) return std::nullopt;
  const bool titled = left == LeftSide::title || title_behind(text, end);
  const bool one_word = text.is_one_word(at, end);
  if (particle_surname(text, at, end) && at + 1 < end &&
      Gazetteer::standard().longest(text.plain(), at + 1).length >= 2)
    return std::nullopt;
  // "曾短暂入职": no 曾 of the name 短暂
  const bool ordinary = text.is_one_word(at + surname, end) && end > at + surname + 1;
  if (particle_surname(text, at, end) && !titled && !known &&
      (left != LeftSide::start || right < 2 || ordinary))
    return std::nullopt;
  const bool addressed = word_at(text.plain(), end).word == Word::title;
  if (one_word && left != LeftSide::title && !addressed && !known) return std::nullopt;
  const bool plain_given = end - at >= surname + 2 && text.is_one_word(at + surname, end);
  if (left == LeftSide::text && !known && (right < 2 || end - at < 3 || plain_given)) return std::nullopt;
  // "高级|副": a word of the dictionary begins the name and the rest is cut off another
  if (!one_word && end - at == 3 && !known && !text.word_begins(at + 1) && text.word_begins(at + 2) &&
      !titled && right < 2 && left != LeftSide::start)
    return std::nullopt;
  return NameMatch{end, titled || known};
}

/// "王伟任首席科学家": the character is the next word; 原 and 前 are so only before an organisation or a
/// role.
bool belongs_behind(const Characters& text, std::size_t at) {
  if (!among(text[at], kOftenBehind)) return false;
  if (text[at] != U'原' && text[at] != U'前') return true;
  return Gazetteer::standard().longest(text.plain(), at + 1).length >= 2 ||
         word_at(text.plain(), at + 1).word == Word::role;
}

bool foreign_part(const Characters& text, std::size_t at) {
  return is_han(text[at]) && among(text[at], kForeign);
}

/// "约翰·江珀", behind a title "强尼·艾夫": the dot makes foreign names of characters that they seldom have.
bool beside_dot(const Characters& text, std::size_t at, LeftSide left) {
  if (!is_han(text[at]) || word_at(text.plain(), at).text.size() >= 2) return false;
  if (at > 0 && text[at - 1] == U'·') return true;
  if (at > 1 && text[at - 2] == U'·' && word_at(text.plain(), at).text.empty()) return true;
  return text[at + 1] == U'·' || (left == LeftSide::title && text[at + 2] == U'·');
}

}  // namespace

const std::string& NameMemory::kind_of(const std::string& written) {
  const auto known = kinds_.find(written);
  if (known != kinds_.end()) return known->second;
  std::string kind;
  for (const auto& entry : lexicon_.find(written)) {
    if (entry.kind.empty()) continue;
    const bool mixed = !kind.empty() && (kind == "Person") != (entry.kind == "Person");
    kind = entry.kind;
    if (mixed) {
      kind.clear();
      break;
    }
  }
  return kinds_.emplace(written, kind).first->second;
}

const std::pair<const std::u32string, OwnOrganisation>* NameMemory::organisation_at(std::u32string_view text,
                                                                                    std::size_t at) const {
  const std::pair<const std::u32string, OwnOrganisation>* longest = nullptr;
  for (const auto& entry : organisations_)
    if (text.substr(at).starts_with(entry.first) &&
        (longest == nullptr || entry.first.size() > longest->first.size()))
      longest = &entry;
  return longest;
}

std::size_t surname_at(const Characters& text, std::size_t at) {
  for (const auto surname : kCompoundSurnames)
    if (text.starts_with(at, surname)) return 2;
  return at < text.size() && among(text[at], kSurnames) ? 1 : 0;
}

std::optional<NameMatch> han_name_at(const Characters& text, std::size_t at, LeftSide left,
                                     NameMemory& memory) {
  const std::size_t surname = surname_at(text, at);
  if (surname == 0 || left == LeftSide::name) return std::nullopt;
  if (left == LeftSide::text && (!text.word_begins(at) || !text.word_begins(at + 1))) return std::nullopt;
  const auto four = try_length(text, at, surname, at + surname + 3, left, memory);
  if (four && memory.kind_of(text.written(at, four->end)) == "Person") return four;
  const auto longer = try_length(text, at, surname, at + surname + 2, left, memory);
  const auto shorter = try_length(text, at, surname, at + surname + 1, left, memory);
  if (longer && shorter && longer->sure == shorter->sure)
    return belongs_behind(text, at + surname + 1) ? shorter : longer;
  if (longer && (!shorter || longer->sure)) return longer;
  return shorter ? shorter : four;
}

std::optional<NameMatch> titled_foreign_name_at(const Characters& text, std::size_t at) {
  constexpr std::size_t kLongest = 6;
  std::size_t end = at;
  while (end < at + kLongest && foreign_part(text, end)) {
    const auto word = word_at(text.plain(), end);
    if (word.text.size() >= 2 && end > at) break;
    ++end;
  }
  for (; end >= at + 2; --end) {
    if (text.is_one_word(at, end) && end < at + 3) continue;
    const int right = right_side(text, end);
    if (right == 2 || (right == 1 && end >= at + 3)) return NameMatch{end, true};
  }
  return std::nullopt;
}

std::optional<NameMatch> foreign_name_at(const Characters& text, std::size_t at, LeftSide left) {
  constexpr std::size_t kLongestPart = 7;
  std::size_t end = at;
  bool dotted = false;
  for (;;) {
    std::size_t part = end;
    while (part < end + kLongestPart && (foreign_part(text, part) || beside_dot(text, part, left))) {
      const auto word = word_at(text.plain(), part);
      const auto known = Gazetteer::standard().longest(text.plain(), part);
      const bool other = word.text.size() >= 2 || (known.length >= 3 && known.name->kind != "Person");
      if (dotted && other) break;
      ++part;
    }
    const bool initial = part == end && is_capital(text[part]) && text[part + 1] == U'·';
    if (initial) ++part;
    if (part == end) return std::nullopt;
    end = part;
    if (text[end] != U'·') break;
    dotted = true;
    ++end;
  }
  if (!dotted) return std::nullopt;
  return NameMatch{end, true};
}

}  // namespace talentflow::ingest::text
