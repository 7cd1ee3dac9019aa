// Particles, adverbs, pronouns and what determines nouns.
#include "ingest/text/chinese/word_lists.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr WordList kParticles[] = {
    {Word::from, "", U"从 自 由从"},
    {Word::at, "", U"在 于 位于 就在"},
    {Word::by, "", U"被 遭 由 获由 受 遭到 受到 叫"},
    {Word::to, "", U"到 至 赴 往 去 向 给 对"},
    {Word::as, "", U"为 是 系 作为 成为 现为 也是 还是 曾是 就是 正是 即 则是 便是 乃"},
    {Word::conjunction, "", U"和 与 及 以及 暨 跟 同 、 兼 还有 并"},
    {Word::former, "", U"前 原 前任 原任 时任"},
    {Word::past, "",
     U"先是 在此之前 更早之前 更早前 再之前 曾 曾经 此前 先前 过去 之前 早前 以前 曾在 早年 先后 当年 原先 "
     U"曾于 一度 那时 历任 曾任"},
    {Word::now, "", U"现 目前 现任 现在 如今 正 眼下 仍 仍然 正在 当前"},
    {Word::since, "", U"起 以来 开始 至今"},
    {Word::of, "", U"的 之"},
    {Word::aspect, "", U"了 过 着 过了"},
    {Word::adverb, "",
     U"凌晨 上午 下午 晚间 傍晚 中午 早间 深夜 当晚 晚上 也 已 已经 正式 近期 刚刚 刚 又 还 再 再次 便 就 都 "
     U"均 曾先后 随后 之后 此后 其后 后 后来 最终 最后 "
     U"同时 于是 重新 "
     U"低调 突然 陆续 相继 双双 集体 先 另 也已 现已 决定 选择 决意 更 亦 亦已 均已 已于 一次性 则 也将 全职 "
     U"共同 一同 一起 携手 联手 首次 宣 主动 私下 "
     U"成功 短暂 续 同样 先后 至今仍 已正式 现已正式 亦已 随即 立即 即刻 日后 近期已 已在 也在 亦 亦将 "
     U"也随之 "
     U"随之 悉数 接连 再度 则已 "
     U"独家 一致 联合 悄然 高调 其间 期间 接着 不久 不久前 不久后 加上 其中 此外 另外 不过 但 而 并且 因此 "
     U"只是 而是 带着 携 携手 仅 一直 依然 很快 长期 毅然 果断 火速 闪电 据称 分别 带队 率队 直接 间接"},
    {Word::purpose, "", U"用于 旨在 以便 为了 因 因为 由于 随着 鉴于 出于 凭借 以 生于 出生于 出生 现年"},
    {Word::third_person, "", U"他 她 彼 他本人 她本人 本人 此人 前者 后者"},
    {Word::third_people, "", U"他们 她们 两人 二人 三人 双方创始人 几人 四人 俩人"},
    {Word::the_organisation, "",
     U"该公司 这家公司 该机构 该企业 本公司 该校 该实验室 该研究院 该集团 该团队 这家初创公司 这家初创企业 "
     U"这家企业 这家实验室 该初创公司 公司方面 我司 该平台 这家机构 这家创业公司 前东家 老东家"},
    {Word::its, "", U"其"},
    {Word::self, "", U"我 本人我 我本人"},
    {Word::determiner, "",
     U"一家 一所 一个 这家 那家 某 某家 多家 两家 三家 几家 该 本 另一家 一间 数家 这个 那个 自己的 各 每家 "
     U"此 同一家 许多 不少 一些 一支 一名 一位 另一位 另一名 新任命的 新任 新晋 刚上任的 名为 叫做 叫作 取名 "
     U"名叫 取名为"},
    {Word::demonstrative, "", U"这位 这名 那位 那名 该位 该名"},
    {Word::people_count, "",
     U"多名 多位 数名 数位 几名 几位 众多 一批 大批 十余名 十余位 十多名 十多位 数十名 数十位 数百名 一众"},
    {Word::including, "",
     U"包括 包含 其中包括 当中包括 分别是 分别为 他们是 她们是 他们分别是 涵盖 其中有 当中有 其中就有"},
    {Word::through, "", U"除了 除 通过 透过 随 跟随 追随 经由 借由 经 凭"},
    {Word::noun_behind, "",
     U"原因 传闻 消息 员工 潮 事件 一事 手续 风波 补偿 协议 后果 计划书 信 声明 传言 名单 率 通知 影响"},
};

}  // namespace

std::span<const WordList> particle_words() { return kParticles; }

}  // namespace talentflow::ingest::text
