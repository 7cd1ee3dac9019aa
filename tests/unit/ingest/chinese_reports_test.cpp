// Chinese reports of other kinds: filings of listed companies, rounds of money, careers in a few lines, and
// the words of Taiwan and Hong Kong. All names and events are invented, but for well-known organisations.
#include "doctest/doctest.h"
#include "tests/unit/ingest/chinese_support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::text;

TEST_CASE("a round of a company that no table knows, and who founded it") {
  const Story story(
      "大模型公司“知微星桥”近日完成2亿元B轮融资，由启明创投领投，衡岳聚源、江南产投集团等机构跟投，"
      "国家先进制造产业发展基金继续加码。知微星桥成立于2022年，由前百度研究员罗远舟创立。公司创始人罗远舟毕业"
      "于清华大学。"
      "联合创始人、CTO程以安此前在优必选负责运动控制。");
  INFO(story.lines());
  CHECK(story.says("知微星桥 RAISED from"));
  CHECK(story.says("启明创投 INVESTED_IN 知微星桥"));
  CHECK(story.says("衡岳聚源 INVESTED_IN 知微星桥"));
  CHECK(story.says("江南产投集团 INVESTED_IN 知微星桥"));
  CHECK(story.says("国家先进制造产业发展基金 INVESTED_IN 知微星桥"));
  CHECK(story.says("罗远舟 FOUNDED 知微星桥 from 2022"));
  CHECK(story.says("罗远舟 WORKS_AT 百度 as 研究员"));
  CHECK(story.says("程以安 FOUNDED 知微星桥"));
  CHECK(story.says("程以安 WORKS_AT 优必选"));
}

TEST_CASE("the long name, the short one, and the one in brackets are one company") {
  const Story story(
      "苏州云汀光电科技有限公司（下称“云汀”）宣布收购芯片设计公司潮起微电子。潮起微电子创始人林知秋将出任云汀"
      "首席技术官，"
      "并进入董事会。云汀光电总部位于苏州。");
  INFO(story.lines());
  CHECK(story.says("苏州云汀光电科技有限公司 ACQUIRED 潮起微电子"));
  CHECK(story.says("林知秋 FOUNDED 潮起微电子"));
  CHECK(story.says("林知秋 WORKS_AT 苏州云汀光电科技有限公司 as 首席技术官"));
  CHECK(story.says("林知秋 BOARD_MEMBER_OF 苏州云汀光电科技有限公司"));
  CHECK_FALSE(story.mentions("ACQUIRED 芯片设计公司"));
}

TEST_CASE("filings: the company says what happens to its own people") {
  const Story story(
      "松涛股份（603999."
      "SH）公告称，副总经理许知远因个人原因申请辞去公司副总经理职务。公司董事会同意聘任方若兰女士为公司财务总"
      "监。"
      "方若兰历任普华永道高级经理、东方财富审计总监。独立董事谷一鸣因任期届满辞去独立董事职务。");
  INFO(story.lines());
  CHECK(story.says("许知远 LEFT 松涛股份 as 副总经理"));
  CHECK(story.says("方若兰 WORKS_AT 松涛股份 as 财务总监"));
  CHECK(story.says("方若兰 WORKS_AT 普华永道 as 高级经理"));
  CHECK(story.says("方若兰 WORKS_AT 东方财富"));
  CHECK(story.says("谷一鸣 BOARD_MEMBER_OF 松涛股份"));
  CHECK_FALSE(story.says("谷一鸣 LEFT"));
}

TEST_CASE("a day that stands behind the appointment is the day of it") {
  const Story story(
      "宏岳科技今天通过由总经理游一彬接任执行长，原执行长赖书勋转任副董事长，4月1日生效。董事长则续由沈家栋担"
      "任。");
  INFO(story.lines());
  CHECK(story.says("赖书勋 WORKS_AT 宏岳科技 as 副董事长 from 2026-04-01"));
  CHECK(story.says("沈家栋 WORKS_AT 宏岳科技"));
}

TEST_CASE("words of Taiwan: careers told in one breath") {
  const Story story(
      "鴻海22日宣布，即日起延攬蔣一義擔任策略長，向董事長劉正偉負責。蔣一義曾任職德州儀器與惠普，1997年加入台"
      "積電，"
      "2013年以共同營運長身分退休，隔年11月獲長鑫存儲網羅。他擁有美國史丹佛大學電機博士學位。");
  INFO(story.lines());
  CHECK(story.says("蔣一義 JOINED 鴻海"));
  CHECK(story.says("劉正偉 WORKS_AT 鴻海 as 董事長"));
  CHECK(story.says("蔣一義 WORKS_AT 德州儀器"));
  CHECK(story.says("蔣一義 WORKS_AT 惠普"));
  CHECK(story.says("蔣一義 LEFT 台積電 from 2013"));
  CHECK(story.says("蔣一義 JOINED 長鑫存儲 from 2014-11"));
  CHECK(story.says("蔣一義 STUDIED_AT 史丹佛大學"));
}

TEST_CASE("who comes after whom") {
  const Story story(
      "理想汽车副总裁郎一远上周提交离职申请。接替他的是原感知负责人贾思南，后者直接向CEO李想汇报。");
  INFO(story.lines());
  CHECK(story.says("郎一远 LEFT 理想汽车"));
  CHECK(story.says("贾思南 WORKS_AT 理想汽车"));
  CHECK_FALSE(story.says("贾思南 LEFT"));
  CHECK(story.says("李想 WORKS_AT 理想汽车 as CEO"));
}

TEST_CASE("studies and founding together with others, the subject left out") {
  const Story story(
      "林远舟2010年赴麻省理工学院深造，2016年从谷歌加入百度，两年后跳槽至苹果。2021年，林远舟与谢恩·列文、赵"
      "一鸣共同创立潮汐引擎。"
      "其曾任微软研究员，出身华为的赵一鸣则任首席科学家。");
  INFO(story.lines());
  CHECK(story.says("林远舟 STUDIED_AT 麻省理工学院 from 2010"));
  CHECK(story.says("林远舟 LEFT 谷歌 from 2016"));
  CHECK(story.says("林远舟 JOINED 苹果 from 2018"));
  CHECK(story.says("林远舟 FOUNDED 潮汐引擎 from 2021"));
  CHECK(story.says("谢恩·列文 FOUNDED 潮汐引擎"));
  CHECK(story.says("赵一鸣 WORKS_AT 华为"));
}

TEST_CASE("names that are hard to see: particles inside them, dots, words of the dictionary") {
  CHECK(claims("百度副总裁沈向洋将离职。").starts_with("沈向洋"));
  CHECK(claims("谷歌前首席科学家冯至谦加入百度。").find("冯至谦 JOINED 百度") != std::string::npos);
  CHECK(claims("技術長凱文.史考特離開微軟。").find("凱文.史考特 LEFT 微軟") != std::string::npos);
  CHECK(claims("前台积电处长陈一翰加入英特尔。").find("陈一翰 WORKS_AT 台积电") != std::string::npos);
  CHECK(claims("他离开公司已有五个月，加入五个月后又走。").empty());
  CHECK(claims("消费电子负责人林远舟说，理想的工作很难找。").find("理想") == std::string::npos);
}

TEST_CASE("founding together, leaving after somebody, arriving after a degree") {
  const Story story(
      "罗远舟1996年与叶一华共同创立星河电器，2014年退休。2008年获得加州大学河滨分校计算机博士学位后，程以安加"
      "入谷歌。"
      "百度任命林远舟为总裁，接替去年12月离职的何征远。");
  INFO(story.lines());
  CHECK(story.says("罗远舟 FOUNDED 星河电器 from 1996"));
  CHECK(story.says("叶一华 FOUNDED 星河电器 from 1996"));
  CHECK(story.says("罗远舟 LEFT 星河电器 from 2014"));
  CHECK_FALSE(story.says("叶一华 LEFT"));
  CHECK(story.says("程以安 JOINED 谷歌"));
  CHECK(story.says("何征远 LEFT 百度 from 2025-12"));
}
