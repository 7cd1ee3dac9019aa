// Keys under which a name is found again, whatever its script, its accents and the order of its parts.
//
// A person's name falls into two parts in some order: "Lin Junyang", "Junyang Lin", "LIN, Jun-yang" and
// 林俊旸 are all {lin, junyang}. The key is the smaller of "junyanglin" and "linjunyang", so one key stands
// for both orders. Three words can be cut in two places ("Lin Jun Yang"), and give a key for each cut.
// Chinese characters are read by the surname rules (曾 is Zeng, not Ceng; 欧阳 is one surname), with ü as u,
// v and yu, since 吕 signs as Lu, Lv and Lyu. Initials between the first and the last word ("Ann B. Example")
// give a second key without them.
//
// An organisation's name is one part. A legal form at its end (Inc., Ltd., GmbH, 有限公司) and an article in
// front give a second key without them, "Group" and "Holdings" a third, and a name in Chinese words one of
// those words in English (han_terms.hpp). Acronyms have keys of their own (acronyms.hpp).
//
// Names only suggest: equal keys are a reason to look, graph/identity decides.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talentflow::graph {

/// Keys of a name, each of [a-z0-9]+, sorted, without repeats; empty when nothing of the name can be read.
/// `person`: the name is, or may be, a person's. Plain ASCII takes no library call. Thread-safe.
std::vector<std::string> name_keys(std::string_view name, bool person);

/// Keys of an organisation's name without the bracket at its end: "acme" for "Acme (Singapore)". That is no
/// name of it, so it is kept under a mark of its own, and found by the resolver alone.
std::vector<std::string> bracket_keys(std::string_view name);
inline constexpr char kBracketMark = '~';

/// Lower-case words of a name in ASCII, in the order written; a person's name in Chinese characters is
/// {given, surname}.
std::vector<std::string> name_words(std::string_view name, bool person);

/// An organisation's name as one word with nothing left out: equal for spellings of one and the same name.
std::string whole_key(std::string_view name);
/// The same without legal form and article.
std::string stem_key(std::string_view name);

/// The same without "Group" and "Holdings" at the end either: "alibaba" for "Alibaba Group Holding Ltd".
std::string group_key(std::string_view name);
/// Keys of what a name in Chinese characters is in English (han_terms.hpp); empty where nobody says.
std::vector<std::string> english_keys(std::string_view name);

/// True when a name alone is too little to tell who is meant: one word of a person ("Wang"), initials ("J.
/// Lin"), or fewer than three letters.
bool weak_name(std::string_view name, bool person);

/// "Junyang Lin" -> "junyang-lin": the readable part of an id made from a name; "unnamed" when nothing can be
/// read.
std::string name_slug(std::string_view name, bool person);

}  // namespace talentflow::graph
