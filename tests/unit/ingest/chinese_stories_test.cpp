// Chinese stories as outlets tell them: groups and their members, appositions, jobs and employers that go
// unsaid. All names and events are invented, but for well-known organisations.
#include "doctest/doctest.h"
#include "tests/unit/ingest/chinese_support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::text;

TEST_CASE("people told of by their number, and who they are") {
  const Story story(
      "星河智能人才出走潮仍未止歇。负责语音研究的何映雪（Yingxue He）已经离职，转投谷歌旗下的DeepMind。"
      "据知情人士透露，负责视觉模型的团队近日再有三名研究员求去，其中罗敏与孙雨桐将加入OpenAI，赵一鸣则转战An"
      "thropic。"
      "该团队前主管罗浩然去年7月跳槽微软。");
  INFO(story.lines());
  CHECK(story.says("何映雪 LEFT 星河智能 from 2026-03"));
  CHECK(story.says("何映雪 JOINED DeepMind"));
  CHECK(story.says("罗敏 LEFT 星河智能"));
  CHECK(story.says("孙雨桐 LEFT 星河智能"));
  CHECK(story.says("赵一鸣 LEFT 星河智能"));
  CHECK(story.says("罗敏 JOINED OpenAI planned"));
  CHECK(story.says("赵一鸣 JOINED Anthropic"));
  CHECK(story.says("罗浩然 WORKS_AT 星河智能 as 主管"));
  CHECK(story.says("罗浩然 JOINED 微软 from 2025-07"));
  CHECK(
      Story("云雀智能的其他成员也投奔Meta，包括罗敏、孙雨桐和Ann Example。").says("Ann Example JOINED Meta"));
  const Story lost("除了林远舟之外，百度近期流失了郑凯文、罗浩然两名研究员。");
  CHECK(lost.says("郑凯文 LEFT 百度"));
  CHECK(lost.says("罗浩然 LEFT 百度"));
  CHECK_FALSE(lost.mentions("林远舟"));
}

TEST_CASE("a member of a group is nobody who follows one") {
  const Story story("星河智能多名高管离职，其中CTO一职由方志强接任。");
  CHECK(story.says("方志强 WORKS_AT 星河智能 as CTO"));
  CHECK_FALSE(story.mentions("LEFT"));
  CHECK(Story("公司没有流失张明远。").lines() == "\n");
  CHECK_FALSE(Story("百度有三名研究员离职。方志强尚未离职，也没有加入谷歌的打算。").says("方志强 LEFT"));
}

TEST_CASE("lists behind a relative clause") {
  const Story story(
      "最近几个月加入字节跳动的还有潮汐引擎前算法副总裁贺子墨，以及云雀智能原核心成员、远望科技创始人苏靖。");
  INFO(story.lines());
  CHECK(story.says("贺子墨 JOINED 字节跳动"));
  CHECK(story.says("贺子墨 WORKS_AT 潮汐引擎 as 算法副总裁 to"));
  CHECK(story.says("苏靖 JOINED 字节跳动"));
  CHECK(story.says("苏靖 WORKS_AT 云雀智能 as 核心成员 to"));
  CHECK(story.says("苏靖 FOUNDED 远望科技"));
  const Story earlier("林远舟离开百度。更早出走的还有沈佳宁，以及去年转投小米的郑凯文。");
  CHECK(earlier.says("沈佳宁 LEFT 百度"));
  CHECK(earlier.says("郑凯文 LEFT 百度 from 2025"));
  CHECK(earlier.says("郑凯文 JOINED 小米 from 2025"));
}

TEST_CASE("a career told without its subject, by the founder of the company spoken of") {
  const Story story(
      "星海动力近日完成新一轮融资，由腾讯领投，红杉中国、真格基金等跟投。公司目前正以50亿元的估值洽谈下一轮。"
      "创始人何晓冬生于1990年，2015年从浙江大学毕业后入职微软亚洲研究院，任算法工程师，2018年通过“青年英才”计"
      "划"
      "加入华为，2022年12月离职创业。");
  INFO(story.lines());
  CHECK(story.says("腾讯 INVESTED_IN 星海动力"));
  CHECK(story.says("何晓冬 FOUNDED 星海动力"));
  CHECK(story.says("何晓冬 STUDIED_AT 浙江大学"));
  CHECK(story.says("何晓冬 JOINED 微软亚洲研究院 as 算法工程师 from 2015"));
  CHECK(story.says("何晓冬 JOINED 华为 from 2018\n"));
  CHECK(story.says("何晓冬 LEFT 华为 from 2022-12"));
  CHECK_FALSE(story.mentions("RAISED"));
  const Story studies("陈立群，清华大学博士，2016年至2020年任谷歌研究员，2023年创办“潮汐引擎”并任CEO。");
  CHECK(studies.says("陈立群 STUDIED_AT 清华大学 degree=PhD"));
  CHECK(studies.says("陈立群 WORKS_AT 谷歌 as 研究员 from 2016 to 2020"));
  CHECK(studies.says("陈立群 FOUNDED 潮汐引擎 from 2023"));
}

TEST_CASE("whoever takes a post over") {
  const Story story(
      "百度大模型技术负责人林远舟上周突然离职，其职务由腾讯云CTO周靖川代管。周靖川2015年从微软加入阿里巴巴，"
      "2022年底开始担任阿里云CTO。百度澄清，团队稳定，没有出现“集体离职”。");
  INFO(story.lines());
  CHECK(story.says("林远舟 LEFT 百度 from [2026-03-09..2026-03-15]"));
  CHECK(story.says("周靖川 WORKS_AT 百度 as 大模型技术负责人 from [2026-03-09..2026-03-15]"));
  CHECK(story.says("周靖川 LEFT 微软 from 2015"));
  CHECK(story.says("周靖川 WORKS_AT 阿里云 as CTO from 2022"));
  CHECK_FALSE(story.says("周靖川 LEFT 腾讯云"));
  CHECK(Story("贺子墨接手豆包团队。").says("贺子墨 LEADS 豆包"));
}

TEST_CASE("names and titles: foreign ones, fields, firms described") {
  const Story story(
      "OpenAI从苹果挖走两位研究工程师麦克文和叶典文；加拿大新创公司Cohere于1月聘用机器学习科学家周柳青。"
      "招募公司Razorleaf主管辛恩特说，叶典文离职是一大震撼。");
  INFO(story.lines());
  CHECK(story.says("麦克文 JOINED OpenAI"));
  CHECK(story.says("麦克文 LEFT 苹果"));
  CHECK(story.says("叶典文 LEFT 苹果"));
  CHECK(story.says("周柳青 JOINED Cohere from 2026-01"));
  CHECK(story.says("辛恩特 WORKS_AT Razorleaf as 主管"));
  CHECK_FALSE(story.says("叶典文 LEFT OpenAI"));
  CHECK_FALSE(story.mentions("机器学习"));
  CHECK(Story("负责训练的刘大一恒同时加入百度。").says("刘大一恒 JOINED 百度"));
  CHECK(Story("谷歌招致英才。鸿海董事长刘扬明离开英伟达。").says("刘扬明 WORKS_AT 鸿海 as 董事长"));
}

TEST_CASE("jobs whose organisation, and people whose name, goes unsaid") {
  const Story story(
      "星河智能联合创始人谷雪晴已于数月前离职，目前正在筹备创业。另一位联合创始人、技术副总裁戴宗明也被曝离开"
      "星河智能"
      "自立门户，此前他曾先后任职于华为和百度。星河智能由李开明于2023年5月创办；在此之前，这位远望科技董事长"
      "曾担任谷歌"
      "中国区总裁。对于将被阿里巴巴收购的传闻，公司予以否认。");
  INFO(story.lines());
  CHECK(story.says("谷雪晴 LEFT 星河智能"));
  CHECK(story.says("戴宗明 FOUNDED 星河智能"));
  CHECK(story.says("戴宗明 LEFT 星河智能"));
  CHECK(story.says("戴宗明 WORKS_AT 百度 to"));
  CHECK(story.says("李开明 FOUNDED 星河智能 from 2023-05"));
  CHECK(story.says("李开明 WORKS_AT 远望科技 as 董事长"));
  CHECK(story.says("李开明 WORKS_AT 谷歌 as 中国区总裁 to"));
  CHECK_FALSE(story.mentions("阿里巴巴 ACQUIRED"));
}

TEST_CASE("further ways to come and go") {
  CHECK(Story("百度将科学家吴承远招致麾下。").says("吴承远 JOINED 百度 from"));
  CHECK(Story("谷歌宣布苏靖加盟。").says("苏靖 JOINED 谷歌 from 2026-03"));
  CHECK(Story("马晓东向百度提出辞职。").says("马晓东 LEFT 百度"));
  CHECK(Story("郁博远被正式任命为千问负责人。").says("郁博远 WORKS_AT 千问 as 负责人"));
  const Story unknown("林远舟离开百度。2011年10月，林远舟加入雅乐，担任高级研究员。");
  CHECK_FALSE(unknown.says("林远舟 WORKS_AT 百度 as 高级研究员"));
}

TEST_CASE("a rumour counts for what follows it") {
  CHECK(Story("林远舟上月跳槽至谷歌，据传薪酬超过2亿美元。").says("林远舟 JOINED 谷歌 from 2026-02\n"));
  CHECK(Story("据传，林远舟上月跳槽至谷歌。").says("林远舟 JOINED 谷歌 from 2026-02 {rumoured}"));
}

TEST_CASE("backers in a list") {
  const Story story("星海动力完成3亿元A轮融资，投资方包括红杉中国、真格基金等，领投方为腾讯。");
  CHECK(story.says("红杉中国 INVESTED_IN 星海动力"));
  CHECK(story.says("真格基金 INVESTED_IN 星海动力"));
  CHECK(story.mentions("腾讯 INVESTED_IN 星海动力 from [..2026-03-18] lead"));
  CHECK(Story("星海动力拿到元璟资本5000万美元天使轮融资。").says("元璟资本 INVESTED_IN 星海动力"));
}

TEST_CASE("what must not be filled in") {
  const Story later("谷歌员工抗议。小米集团创始人苏靖出席活动，CEO何映雪主持会议。");
  CHECK_FALSE(later.mentions("何映雪 WORKS_AT 谷歌"));
  CHECK_FALSE(Story("林远舟后来转投Meta，由苏靖接任CEO。").mentions("苏靖 WORKS_AT Meta"));
  CHECK(Story("百度与谷歌签署合作协议。腾讯表示，公司没有收购计划。").lines() == "\n");
  CHECK(Story("若谷歌收购星海动力，创始人将离开。").lines() == "\n");
  CHECK_FALSE(Story("去年加入字节跳动的员工包括许多应届毕业的学生。").mentions("JOINED"));
}

TEST_CASE("studies and stints without verbs of their own") {
  const Story story(
      "何映雪是浙江大学计算机系博士，师从人工智能领域学者李飞远。2015-2018，何映雪就职于大疆。");
  INFO(story.lines());
  CHECK(story.says("何映雪 STUDIED_AT 浙江大学 degree=PhD"));
  CHECK(story.says("何映雪 STUDIED_UNDER 李飞远"));
  CHECK(story.says("何映雪 WORKS_AT 大疆 from 2015 to 2018"));
  CHECK(Story("何映雪与苏靖联合创立消费级机器人公司妙动智能。").says("苏靖 FOUNDED 妙动智能"));
}
