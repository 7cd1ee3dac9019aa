// Words that say who says so, how sure it is, and whether it happened.
#include "ingest/text/chinese/word_lists.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr WordList kStatements[] = {
    {Word::report, "",
     U"报道 报道称 报道说 报导 报导称 刊文称 率先报道 独家报道 据报 据报道 据报导 据悉 据媒体报道 据外媒报道 "
     U"获悉 "
     U"独家获悉 了解到 首先报道 的报道 曝出 "
     U"曝光"},
    {Word::say, "",
     U"表示 称 说 透露 披露 指出 写道 发文称 发文 回应 回应称 告诉 介绍 补充 发帖 发帖称 坦言 直言 强调 认为 "
     U"提到 "
     U"透露称 表明 爆料 爆料称 转述 讲述 回忆 解释"},
    {Word::announce, "",
     U"宣布 官宣 正式宣布 公布 发布公告 公告 公告称 宣告 对外宣布 通报 发布内部信 内部信"},
    {Word::confirm, "", U"证实 确认 确认了 证实了 核实 坐实"},
    {Word::deny, "", U"否认 辟谣 驳斥 否认了 澄清 予以否认 矢口否认 回绝 拒绝 拒绝了 婉拒 婉拒了"},
    {Word::untrue, "",
     U"不实 不属实 假消息 谣言 子虚乌有 不是事实 纯属虚构 并非事实 与事实不符 没有此事 无中生有 系谣传 "
     U"为谣传"},
    {Word::rumour, "",
     U"据传 相传 传闻 网传 有消息称 有传言称 传言 疑似 盛传 坊间传 传出 被传 传言称 有传闻称 市场传闻 "
     U"业内传闻 "
     U"有传闻 "
     U"消息称 或将 有网友爆料 网友爆料 小道消息 疑 传"},
    {Word::insider, "",
     U"知情人士 消息人士 内部人士 接近人士 业内人士 匿名人士 知情者 多位知情人士 接近公司的人士"},
    {Word::according, "", U"据 根据 按照 按 依据"},
    {Word::quoting, "", U"援引 引述 引用 转引 援引了"},

    {Word::plan, "",
     U"将 拟 计划 即将 准备 打算 预计 将于 将会 拟于 预期 筹备 筹划 将在 有意 决心 正准备 后将 行将 有计划"},
    {Word::possible, "",
     U"可能 或 也许 或许 有望 考虑 正考虑 或者 似乎 尚不清楚 尚未确定 不排除 有可能 很可能 大概 未必 洽谈 "
     U"商谈 磋商 谈判"},
    {Word::negation, "",
     U"未 没有 并未 没 不会 从未 尚未 并不 无意 未曾 并非 并没有 不再 并不会 未能 绝不 暂未 仍未 还没有 没能 "
     U"无法 不打算 "
     U"不 并无 从来没有 未有 不是 无计划 没有计划 并未计划 毫无"},
    {Word::question, "",
     U"是否 会不会 吗 呢 难道 何时 为何 为什么 去哪 谁 什么 哪家 哪里 能否 有没有 怎么 如何"},
    {Word::condition, "", U"如果 假如 倘若 若 假设 要是 一旦 除非 万一 若是 假使 哪怕 即使"},
};

}  // namespace

std::span<const WordList> statement_words() { return kStatements; }

}  // namespace talentflow::ingest::text
