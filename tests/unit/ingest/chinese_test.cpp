// Chinese sentences: how they are cut, and what the rules say of them. All names and events are invented, but
// for well-known organisations.
#include "ingest/text/chinese/chinese.hpp"

#include "doctest/doctest.h"
#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/chinese/number.hpp"
#include "ingest/text/chinese/parts.hpp"
#include "ingest/text/extractor.hpp"
#include "ingest/text/page_day.hpp"
#include "ingest/text/token.hpp"
#include "tests/unit/ingest/chinese_support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::text;

namespace {

std::string date(const std::string& text) {
  const Characters characters(text);
  const auto found = chinese_date_at(characters, 0, *parse_date(kWednesday), Date::in_year(2020));
  if (!found) return "none";
  return to_string(found->date) + (found->until ? " to " + to_string(*found->until) : "") +
         (found->end == characters.size() ? "" : " +");
}

std::string amount(const std::string& text) {
  const Characters characters(text);
  const auto found = chinese_amount_at(characters, 0);
  if (!found) return "none";
  return std::to_string(found->money.low) + ".." + std::to_string(found->money.high) + " " +
         found->money.currency + (found->approximate ? " about" : "") +
         (found->end == characters.size() ? "" : " +");
}

/// "[林远舟][离开]..": people in round, organisations in square brackets.
std::string names(const std::string& text) {
  const MemoryLexicon lexicon;
  NameMemory memory(lexicon);
  const Characters characters(text);
  std::string out;
  for (const auto& part : cut_parts(characters, *parse_date(kWednesday), memory)) {
    if (part.kind == Part::Kind::person) out += "(" + part.name + ")";
    if (part.kind == Part::Kind::organisation) out += "[" + part.name + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("Chinese is told by its share of Han characters") {
  CHECK(is_chinese("林远舟离开百度。"));
  CHECK(is_chinese("Ann Example离开OpenAI，加入Google DeepMind。"));
  CHECK_FALSE(is_chinese("Lin Yuanzhou (林远舟) has left Baidu."));
  CHECK_FALSE(is_chinese("林远舟 leaves Baidu"));
  CHECK_FALSE(is_chinese("東京大学でロボットを研究している。"));
  CHECK_FALSE(is_chinese("Acme has left."));
  CHECK_FALSE(is_chinese(""));
}

TEST_CASE("Chinese sentences end at their own marks, closing quotes included") {
  std::vector<std::string> found;
  for (const auto& sentence : split_sentences("他走了！她留下？“都好。”完；"))
    found.emplace_back(sentence.text);
  CHECK(found == std::vector<std::string>{"他走了！", "她留下？", "“都好。”", "完；"});
}

TEST_CASE("the compiled-in table of Chinese names is well-formed") {
  const auto& gazetteer = Gazetteer::standard();
  REQUIRE(gazetteer.find("阿里巴巴") != nullptr);
  CHECK(gazetteer.find("阿里巴巴")->english == "Alibaba Group");
  CHECK(gazetteer.find("日本")->english == "Japan");
  CHECK(gazetteer.longest(U"在阿里巴巴达摩院", 1).length == 7);
  CHECK(gazetteer.longest(U"在", 0).length == 0);
}

TEST_CASE("the compiled-in table of known names is well-formed") {
  const auto& gazetteer = Gazetteer::standard();
  const auto kind = [&](std::string_view name) {
    const KnownName* known = gazetteer.find(name);
    return known == nullptr ? std::string() : known->kind;
  };
  CHECK(kind("Khosla Ventures") == "Fund");
  CHECK(kind("carnegie mellon") == "University");
  CHECK(kind("NotebookLM") == "Product");
  CHECK(kind("Reuters") == "Outlet");
}

TEST_CASE("Chinese dates against the day of publication (a Wednesday)") {
  CHECK(date("2024年3月5日") == "2024-03-05");
  CHECK(date("2024 年 3 月") == "2024-03");
  CHECK(date("２０２４年") == "2024");
  CHECK(date("二〇二四年三月五日") == "2024-03-05");
  CHECK(date("今年3月") == "2026-03");
  CHECK(date("去年十二月二十日") == "2025-12-20");
  CHECK(date("前年") == "2024");
  CHECK(date("2023年底") == "2023");
  CHECK(date("2025年第三季度") == "[2025-07-01..2025-09-30]");
  CHECK(date("2025年上半年") == "[2025-01-01..2025-06-30]");
  CHECK(date("3月5日") == "2026-03-05");
  CHECK(date("12月") == "2025-12");
  CHECK(date("5日") == "2026-03-05");
  CHECK(date("20日") == "2026-02-20");
  CHECK(date("上月") == "2026-02");
  CHECK(date("昨日") == "2026-03-17");
  CHECK(date("本周一") == "2026-03-16");
  CHECK(date("周五") == "2026-03-13");
  CHECK(date("上周三") == "2026-03-11");
  CHECK(date("上周") == "[2026-03-09..2026-03-15]");
  CHECK(date("近日") == "[2026-03-04..2026-03-18]");
  CHECK(date("三年前") == "2023~");
  CHECK(date("次年") == "2021");
  CHECK(date("2019年至2023年") == "2019 to 2023");
  CHECK(date("2019-2023年") == "2019 to 2023");
  CHECK(date("2024-03-05") == "2024-03-05");
  CHECK(date("2024年2月30日") == "2024-02 +");
  CHECK(date("8年") == "none");
  CHECK(date("周围") == "none");
}

TEST_CASE("a page without a day of its own takes the latest that it names") {
  CHECK(to_string(latest_day("2026年3月2日，林远舟离职。\n今年3月他加入百度，2026年3月9日官宣。")) ==
        "2026-03-09");
}

TEST_CASE("Chinese amounts") {
  CHECK(amount("3亿美元") == "300000000..300000000 USD");
  CHECK(amount("约3.5亿元人民币") == "350000000..350000000 CNY about");
  CHECK(amount("数千万元") == "20000000..90000000 CNY about");
  CHECK(amount("数十亿美元") == "2000000000..9000000000 USD about");
  CHECK(amount("3亿至5亿美元") == "300000000..500000000 USD");
  CHECK(amount("3至5亿美元") == "300000000..500000000 USD");
  CHECK(amount("人民币两亿五千万元") == "250000000..250000000 CNY");
  CHECK(amount("5000万港元") == "50000000..50000000 HKD");
  CHECK(amount("1.2万亿日元") == "1200000000000..1200000000000 JPY");
  CHECK(amount("超10亿欧元") == "1000000000..1000000000 EUR about");
  CHECK(amount("$2亿") == "200000000..200000000 USD");
  CHECK(amount("三名员工") == "none");
  CHECK(amount("3亿用户") == "none");
}

TEST_CASE("names of people, by where they stand") {
  CHECK(names("林远舟离开百度。") == "(林远舟)[百度]");
  CHECK(names("欧阳明月和司马晴川加入腾讯") == "(欧阳明月)(司马晴川)[腾讯]");
  CHECK(names("百度副总裁王伟任首席技术官") == "[百度](王伟)");
  CHECK(names("萨姆·艾克斯曼重返谷歌") == "(萨姆·艾克斯曼)[谷歌]");
  CHECK(names("方面、高兴、周末、黄金、程序员、金融、高级") == "");
  CHECK(names("从华为离职") == "[华为]");
  CHECK(names("英伟达向星海动力投资") == "[英伟达][星海动力]");
  CHECK(names("北京远望人工智能研究院与字节跳动Seed团队") == "[北京远望人工智能研究院][字节跳动Seed]");
  CHECK(names("一家人工智能公司和一家美国初创企业") == "");
}

TEST_CASE("arrivals and departures") {
  CHECK(claims("林远舟已加入腾讯。") == "林远舟 JOINED 腾讯 from 2026-03\n");
  CHECK(claims("2024年3月5日，林远舟从百度离职。") == "林远舟 LEFT 百度 from 2024-03-05\n");
  CHECK(claims("贺子墨上月从谷歌跳槽到英伟达。") ==
        "贺子墨 JOINED 英伟达 from 2026-02\n贺子墨 LEFT 谷歌 from 2026-02\n");
  CHECK(claims("诺姆·艾克斯曼重返谷歌。") == "诺姆·艾克斯曼 JOINED 谷歌 from [..2026-03-18]\n");
  CHECK(claims("吴海峰辞去小米集团副总裁职务。") == "吴海峰 LEFT 小米集团 as 副总裁 from [..2026-03-18]\n");
  CHECK(claims("马晓东不再担任百度首席技术官。") == "马晓东 LEFT 百度 as 首席技术官 from [..2026-03-18]\n");
  CHECK(claims("华为高管方志强离职。") ==
        "方志强 WORKS_AT 华为 as 高管 to [..2026-03-18]\n方志强 LEFT 华为 from [..2026-03-18]\n");
  CHECK(claims("郑凯文、孙雨桐和罗敏加盟星河智能。") ==
        "郑凯文 JOINED 星河智能 from [..2026-03-18]\n孙雨桐 JOINED 星河智能 from [..2026-03-18]\n"
        "罗敏 JOINED 星河智能 from [..2026-03-18]\n");
  CHECK(claims("周文博于2020年入职“潮汐引擎”。") == "周文博 JOINED 潮汐引擎 from 2020\n");
}

TEST_CASE("the company is the one that was joined or founded last") {
  CHECK(claims("百度前研究员林远舟从谷歌离职，加入“潮汐引擎”。该公司由苏靖于2024年创立，总部位于杭州。") ==
        "林远舟 WORKS_AT 百度 as 研究员 to [..2026-03-18]\n林远舟 LEFT 谷歌 from [..2026-03-18]\n"
        "林远舟 JOINED 潮汐引擎 from [..2026-03-18]\n苏靖 FOUNDED 潮汐引擎 from 2024\n"
        "潮汐引擎 HEADQUARTERED_IN Hangzhou\n");
}

TEST_CASE("what follows a plan is planned; a reply denies what the sentence before said") {
  CHECK(claims("罗敏将离开百度，加入谷歌。") == "罗敏 LEFT 百度 planned\n罗敏 JOINED 谷歌 planned\n");
  CHECK(claims("网传郑雨桐从百度离职。百度回应称，该消息不实。") ==
        "郑雨桐 LEFT 百度 from [..2026-03-18] {rumoured}\n郑雨桐 not LEFT 百度\n");
  CHECK(claims("陈鲁洋没有从凤凰卫视辞职的计划。") == "陈鲁洋 not LEFT 凤凰卫视\n");
  CHECK(claims("林子豪，1985年出生，本科毕业于浙江大学。") == "林子豪 STUDIED_AT 浙江大学 degree=Bachelor\n");
}

TEST_CASE("a subject is left out where it was named before") {
  CHECK(claims("2019年，周文博加入阿里巴巴，2023年起负责千问，今年3月离职。") ==
        "周文博 JOINED 阿里巴巴 from 2019\n周文博 LEADS 千问 from 2023\n周文博 LEFT 阿里巴巴 from 2026-03\n");
  CHECK(claims("离开谷歌后，苏靖创办了远望智能。") ==
        "苏靖 LEFT 谷歌 from [..2026-03-18]\n苏靖 FOUNDED 远望智能 from [..2026-03-18]\n");
  CHECK(claims("林远舟于2021年加入百度。他去年离开了该公司。") ==
        "林远舟 JOINED 百度 from 2021\n林远舟 LEFT 百度 from 2025\n");
  CHECK(claims("多名员工离开百度，加入腾讯。") == "");
}

TEST_CASE("posts") {
  CHECK(claims("百度任命李思齐为首席技术官。") == "李思齐 WORKS_AT 百度 as 首席技术官 from [..2026-03-18]\n");
  CHECK(claims("陈立群被任命为腾讯AI Lab主任。") ==
        "陈立群 WORKS_AT 腾讯AI Lab as 主任 from [..2026-03-18]\n");
  CHECK(
      claims("罗浩然曾任谷歌研究员、百度副总裁。") ==
      "罗浩然 WORKS_AT 谷歌 as 研究员 to [..2026-03-18]\n罗浩然 WORKS_AT 百度 as 副总裁 to [..2026-03-18]\n");
  CHECK(claims("何映雪是星海动力的创始人兼首席执行官。") ==
        "何映雪 FOUNDED 星海动力 as 创始人兼首席执行官\n");
  CHECK(claims("前微软亚洲研究院研究员王小明在会上发言。") ==
        "王小明 WORKS_AT 微软亚洲研究院 as 研究员 to [..2026-03-18]\n");
  CHECK(claims("上官云飞，前特斯拉工程师，上月加入小米。") ==
        "上官云飞 WORKS_AT 特斯拉 as 工程师 to [..2026-03-18]\n上官云飞 JOINED 小米 from 2026-02\n");
  CHECK(claims("阿里通义实验室负责人周靖川卸任，由刘海涛接任。") ==
        "周靖川 WORKS_AT 阿里通义实验室 as 负责人 to [..2026-03-18]\n周靖川 LEFT 阿里通义实验室 from "
        "[..2026-03-18]\n"
        "刘海涛 WORKS_AT 阿里通义实验室 as 负责人 from [..2026-03-18]\n");
  CHECK(claims("林远舟出任联想集团独立董事。") ==
        "林远舟 BOARD_MEMBER_OF 联想集团 as 独立董事 from [..2026-03-18]\n");
  CHECK(claims("林远舟2015年至2019年在谷歌工作，后加入英伟达。") ==
        "林远舟 WORKS_AT 谷歌 from 2015 to 2019\n林远舟 JOINED 英伟达 from [..2026-03-18]\n");
  CHECK(claims("沈佳宁曾在谷歌、微软和百度任职。") ==
        "沈佳宁 WORKS_AT 谷歌 to [..2026-03-18]\n沈佳宁 WORKS_AT 微软 to [..2026-03-18]\n"
        "沈佳宁 WORKS_AT 百度 to [..2026-03-18]\n");
}

TEST_CASE("studies") {
  CHECK(claims("欧阳明月毕业于清华大学，师从张钰院士。") ==
        "欧阳明月 STUDIED_AT 清华大学\n欧阳明月 STUDIED_UNDER 张钰\n");
  CHECK(claims("杜若溪在斯坦福大学获得计算机博士学位。") == "杜若溪 STUDIED_AT 斯坦福大学 degree=PhD\n");
  CHECK(claims("清华大学博士生陈思远获得两项大奖。") == "陈思远 STUDIED_AT 清华大学 degree=PhD\n");
}

TEST_CASE("foundings") {
  CHECK(claims("王小明于2024年3月创办了潮汐引擎。") == "王小明 FOUNDED 潮汐引擎 from 2024-03\n");
  CHECK(claims("潮汐引擎由王小明和李思齐于2022年联合创立。") ==
        "王小明 FOUNDED 潮汐引擎 from 2022\n李思齐 FOUNDED 潮汐引擎 from 2022\n");
  CHECK(claims("何晓冬离开京东后成立了一家人工智能公司。") ==
        "何晓冬 LEFT 京东 from [..2026-03-18]\n"
        "何晓冬 FOUNDED unnamed 人工智能公司 founded by 何晓冬 from [..2026-03-18]\n");
  CHECK(claims("特斯拉宣布成立新的人工智能实验室。") == "");
}

TEST_CASE("money and companies") {
  CHECK(
      claims("星海动力完成超过10亿美元B轮融资，由阿里巴巴领投，红杉中国、真格基金跟投，投后估值25亿美元。") ==
      "星海动力 RAISED from [..2026-03-18] 1000000000 USD round=Series B valuation\n"
      "阿里巴巴 INVESTED_IN 星海动力 from [..2026-03-18] lead\n红杉中国 INVESTED_IN 星海动力 from "
      "[..2026-03-18]\n"
      "真格基金 INVESTED_IN 星海动力 from [..2026-03-18]\n");
  CHECK(claims("英伟达向星海动力投资5亿元人民币。") ==
        "英伟达 INVESTED_IN 星海动力 from [..2026-03-18] 500000000 CNY\n");
  CHECK(claims("字节跳动以3亿美元收购了潮汐引擎。") ==
        "字节跳动 ACQUIRED 潮汐引擎 from [..2026-03-18] 300000000 USD\n");
  CHECK(claims("云雀智能去年被微软收购。") == "微软 ACQUIRED 云雀智能 from 2025\n");
  CHECK(claims("字节跳动收购了潮汐引擎30%的股份。") == "");
  CHECK(claims("星海动力总部位于深圳。") == "星海动力 HEADQUARTERED_IN Shenzhen\n");
  CHECK(claims("潮汐引擎正式更名为远洋科技。") == "潮汐引擎 RENAMED_TO 远洋科技 from [..2026-03-18]\n");
  CHECK(claims("阿里巴巴旗下达摩院发布了报告。") == "达摩院 PART_OF 阿里巴巴\n");
}

TEST_CASE("hires and approaches") {
  CHECK(claims("谷歌从英伟达挖走了工程师赵一鸣。") ==
        "赵一鸣 JOINED 谷歌 from [..2026-03-18]\n赵一鸣 LEFT 英伟达 from [..2026-03-18]\n");
  CHECK(claims("字节跳动聘请前谷歌副总裁吴承远担任Seed负责人。") ==
        "吴承远 WORKS_AT 谷歌 as 副总裁 to [..2026-03-18]\n吴承远 JOINED 字节跳动 as Seed负责人 from "
        "[..2026-03-18]\n");
  CHECK(claims("小米邀请罗敏加入。") == "小米 APPROACHED 罗敏 from [..2026-03-18]\n");
  CHECK(claims("谷歌邀请罗敏参加会议。") == "");
}

TEST_CASE("planned, denied, rumoured, asked") {
  CHECK(claims("马晓东将于4月加入百度。") == "马晓东 JOINED 百度 from 2026-04 planned\n");
  CHECK(claims("马晓东并未加入字节跳动。") == "马晓东 not JOINED 字节跳动\n");
  CHECK(claims("马晓东否认将加入字节跳动。") == "马晓东 not JOINED 字节跳动\n");
  CHECK(claims("阿里巴巴回应称，林远舟离职的消息不实。") == "林远舟 not LEFT 阿里巴巴\n");
  CHECK(claims("有消息称，贺子墨或将加盟Meta。") == "贺子墨 JOINED Meta planned {rumoured}\n");
  CHECK(
      claims("百度宣布，副总裁陈思远离职。") ==
      "陈思远 WORKS_AT 百度 as 副总裁 to [..2026-03-18]\n陈思远 LEFT 百度 from [..2026-03-18] {announced}\n");
  CHECK(claims("林子豪是否会离开腾讯？") == "");
  CHECK(claims("林子豪可能离开腾讯。") == "");
  CHECK(claims("如果李建华离开百度，团队将解散。") == "");
  CHECK(claims("林子豪没有透露离职原因。") == "");
}

TEST_CASE("who says so") {
  CHECK(claims("据晚点报道，高建国将出任百度副总裁。") ==
        "高建国 WORKS_AT 百度 as 副总裁 planned {reported} by 晚点\n");
  CHECK(claims("路透社援引The Information报道称，郭志远已加入xAI。") ==
        "郭志远 JOINED xAI from 2026-03 {reported} by The Information\n");
  CHECK(claims("阿里巴巴向本报证实，研究员韩冰已离职。") ==
        "韩冰 LEFT 阿里巴巴 from 2026-03 {confirmed} by 阿里巴巴\n");
  CHECK(claims("知情人士透露，郭志远已加入腾讯。") == "郭志远 JOINED 腾讯 from 2026-03 {unconfirmed}\n");
  CHECK(claims("黄晓峰表示：“我已离开腾讯。”") == "黄晓峰 LEFT 腾讯 from 2026-03\n");
}

TEST_CASE("Traditional characters are read as Simplified ones and written as they stand") {
  CHECK(claims("華為諾亞方舟實驗室主任徐立仁已離職，將加入騰訊。") ==
        "徐立仁 WORKS_AT 華為諾亞方舟實驗室 as 主任 to 2026-03\n"
        "徐立仁 LEFT 華為諾亞方舟實驗室 from 2026-03\n徐立仁 JOINED 騰訊 planned\n");
  CHECK(claims("據《金融時報》報導，黃家駿將加盟蘋果公司。") ==
        "黃家駿 JOINED 蘋果公司 planned {reported} by 金融時報\n");
}

TEST_CASE("names in Latin letters among Chinese words") {
  CHECK(claims("Ann Example加入Meta超级智能实验室，此前任职于OpenAI。") ==
        "Ann Example JOINED Meta超级智能实验室 from [..2026-03-18]\nAnn Example WORKS_AT OpenAI to "
        "[..2026-03-18]\n");
  CHECK(claims("张明远（Mingyuan Zhang）从字节跳动Seed团队离职，加入Anthropic。") ==
        "张明远 LEFT 字节跳动Seed from [..2026-03-18]\n张明远 JOINED Anthropic from [..2026-03-18]\n");
}

TEST_CASE("longer texts") {
  CHECK(
      claims("3月4日凌晨，星河智能技术负责人苏靖在社交平台上宣布离职。") ==
      "苏靖 WORKS_AT 星河智能 as 技术负责人 to 2026-03-04\n苏靖 LEFT 星河智能 from 2026-03-04 {announced}\n");
  CHECK(
      claims("罗敏生于1998年，曾在清华大学学习，后赴普林斯顿大学攻读博士学位，2024年加入OpenAI任研究员。") ==
      "罗敏 STUDIED_AT 清华大学\n罗敏 STUDIED_AT 普林斯顿大学 degree=PhD\n罗敏 JOINED OpenAI as 研究员 from "
      "2024\n");
  CHECK(claims("张鹏飞任星河智能CEO，唐杰任首席科学家。") ==
        "张鹏飞 WORKS_AT 星河智能 as CEO from [..2026-03-18]\n唐杰 WORKS_AT 星河智能 as 首席科学家 from "
        "[..2026-03-18]\n");
  CHECK(claims("星河智能于2019年由唐杰、张鹏飞等人创立。") ==
        "唐杰 FOUNDED 星河智能 from 2019\n张鹏飞 FOUNDED 星河智能 from 2019\n");
}

TEST_CASE("two people in one clause") {
  CHECK(claims("苏靖接替罗敏担任百度首席执行官。") ==
        "苏靖 WORKS_AT 百度 as 首席执行官 from [..2026-03-18]\n");
  CHECK(claims("苏靖的导师罗敏加入谷歌。") == "罗敏 JOINED 谷歌 from [..2026-03-18]\n");
  CHECK(claims("林远舟介绍了背景。苏靖的团队加入谷歌。") == "");
  CHECK(claims("苏靖拒绝了谷歌的邀请加入百度。") == "苏靖 JOINED 百度 from [..2026-03-18]\n");
}

TEST_CASE("models, products and groups are no people") {
  CHECK(claims("千问发布了新版本，支持更多语言。") == "");
  CHECK(claims("千问加入了语音功能，用户可以免费使用。") == "");
  CHECK(claims("豆包将加入小米生态。") == "");
  CHECK(claims("百度加入全球人工智能联盟。") == "");
  CHECK(claims("林远舟加入讨论，并获得掌声。") == "");
  CHECK(claims("许多研究员离开了谷歌。") == "");
  CHECK(claims("腾讯首席科学家出席了大会。") == "");
}

TEST_CASE("every claim has its rule, and its words stand in the document where its offsets say") {
  const MemoryLexicon lexicon;
  const std::string text = "前言。\n據報，林遠舟已離開百度。He joined Acme Labs.";
  const Document document(text, *parse_date(kWednesday), lexicon);
  const auto found = extract_claims(document);
  REQUIRE(found.size() >= 1);
  CHECK(found[0].rule == "zh-left");
  CHECK(text.substr(found[0].begin, found[0].end_offset - found[0].begin) == "林遠舟已離開百度");
  CHECK(document.sentences()[found[0].sentence].sentence.line == 2);
}

TEST_CASE("what a lexicon knows decides kinds and links names") {
  MemoryLexicon lexicon;
  EntityRecord company;
  company.entity = Reference::to_id("org/tide");
  company.kind = "company";
  company.name = "Tide Engine";
  company.aliases = {"潮汐引擎"};
  lexicon.add(company);
  EntityRecord wechat;
  wechat.entity = Reference::to_id("org/wechat");
  wechat.kind = "company";
  wechat.name = "WeChat";
  lexicon.add(wechat);
  // only the English name is known: it is used, so that the claim finds the company
  CHECK(claims("林远舟离开微信，加入潮汐引擎。", lexicon) ==
        "林远舟 LEFT WeChat from [..2026-03-18]\n林远舟 JOINED 潮汐引擎 from [..2026-03-18]\n");
}
