// Verbs of careers, studies, companies and money.
#include "ingest/text/chinese/word_lists.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr WordList kVerbs[] = {
    {Word::join, "zh-joined",
     U"加入 加入到 加盟 入职 跳槽 跳槽到 跳槽至 跳槽去 转投 转会 转会到 转会至 转会加盟 投奔 空降 改投 转战 "
     U"转入 "
     U"前往 就任于 受聘于 入伙 并加入 投身 转职到 转职至 转职 加入了 并入 转往 转至 转到 转赴 跳至 跳去 跳到 "
     U"投靠 "
     U"加盟到 进入 转进 投效 效力于 转往 奔赴 移籍 转职于 入职到 转去 转职加入 重新加盟"},
    {Word::join, "zh-returned", U"重返 回归 重回 重新加入 再次加入 返回"},
    {Word::leave, "zh-left",
     U"离开 离职 离任 辞职 辞任 请辞 退出 出走 告别 作别 被解雇 遭解雇 被开除 被辞退 被裁 退休 离队 挥别 "
     U"离开了 "
     U"去职 裸辞 递交辞呈 提交辞呈 从离职 提出辞职 求去 辞别 离去 退任 挂冠 挂冠求去 另谋高就 离巢 走人 "
     U"递交辞职信 提交辞职信 提出离职 提出请辞 提辞呈 递辞呈 被炒 遭开除 遭辞退 被裁员 遭裁员 遭解聘 被解聘 "
     U"出局 递出辞呈 递出辞职信 提交离职申请 提出离职申请 递交离职申请 提出辞呈 请辞获准 退隐 荣退 屆退 届退 "
     U"退下 "
     U"辞官 走了 转身离开 "
     U"被罢免 遭罢免 被免职 遭免职 被撤职 遭撤换 被撤换 下台 去任 离岗 退居幕后 办理离职 办完离职 "
     U"办理完离职手续"},
    {Word::step_down, "zh-stepped-down",
     U"辞去 卸任 卸任了 交棒 不再兼任 不再担任 不再出任 卸下 辞掉 辞去了 被免去 免去"},
    {Word::found, "zh-founded",
     U"合组 联手打造 一手打造 一手缔造 创办 创立 创建 联合创办 联合创立 联合创建 共同创办 共同创立 共同创建 "
     U"合伙创办 合伙创立 开办 一手创办 "
     U"一手创立 联手创办 联手创立 合伙成立 创业成立 创设"},
    {Word::establish, "zh-founded", U"成立 组建 设立 共同成立 联合成立"},
    {Word::hold, "zh-post",
     U"担任 出任 就任 接任 升任 兼任 转任 改任 官任 任 获任 调任 继任 履新 接替 晋升为 升为 升职为 被提拔为 "
     U"当选 "
     U"受聘为 受聘担任 获聘 获聘为 担任了 出任了 接掌 代管 接手 接管 暂代 代理 接棒 接班 兼管 升至 晋升至 "
     U"擢升为 拔擢为 获擢升为 获晋升为 担纲 获选为 当选为 晋升 升职至 出掌 转做 转岗为 改任为 荣升 荣升为 "
     U"获委任为 获任命为 获委任 获任命 接下 接过 扛起 坐上 出任为 顶替 取代 升格为 晋任 晋升到 擢任 真除 "
     U"荣任 荣膺 受命担任 "
     U"受命 任教授 出线 续任 连任 留任 主政 主掌 执棒 兼掌 受聘 获聘任为 获聘任 递补 补上 接替担任 回任 "
     U"上任"},
    {Word::appoint, "zh-appointed",
     U"任命 委任 聘任 聘请 聘用 延聘 续聘 聘 选举 推选 提拔 聘雇 延请 礼聘 擢升 拔擢 委派 指派 钦点 招聘 "
     U"聘得 聘来 选聘 增聘 改聘 任用 起用 启用 敦聘"},
    {Word::work, "zh-worked",
     U"服务 服务于 服役 从业于 奋战 打拼 从事 从业 待了 待过 干了 任职于 任职过 就职于 供职于 效力于 任职 "
     U"就职 供职 工作 效力 履职 实习 任教于 任教 执教于 执教"},
    {Word::work, "zh-came-from", U"出身 出身于 出自 来自 出身自"},
    {Word::lead, "zh-led", U"主导 操盘 负责 领导 执掌 掌管 掌舵 带领 统领 主持 牵头 率领 分管 统管"},
    {Word::poach, "zh-poached",
     U"挖角 挖走 挖来 挖到 挖去 挖墙脚 挖 挖角了 挖走了 挖角走 挖过来 挖过去 挖得 挖回 挖角到 抢走 抢来 "
     U"撬走"},
    {Word::lose, "zh-lost", U"流失 流失了 痛失 失去 失去了"},
    {Word::venture, "",
     U"创业 自立门户 单飞 另起炉灶 独立创业 再创业 二次创业 再次创业 单干 自主创业 自己创业"},
    {Word::hire, "zh-hired",
     U"罗致 觅得 延请到 招募 招揽 引进 引入 雇用 雇佣 录用 网罗 招入 签下 迎来 招募了 招揽了 引进了 延揽 "
     U"吸收 吸收了 吸纳 "
     U"吸纳了 收编 招致麾下 招至麾下 收归麾下 纳入麾下 收入麾下 揽入麾下 罗致 揽入 招来 招到 揽得 请来 请到 "
     U"签约 延揽了 迎回 请回"},
    {Word::invite, "zh-approached", U"邀请 接触 接洽 游说 力邀 抛出橄榄枝 伸出橄榄枝 抛橄榄枝 邀约 招徕"},
    {Word::attract, "zh-attracted", U"吸引 说服 劝说 促使 拉来"},
    {Word::graduate, "zh-graduated", U"毕业于 毕业自 毕业 本科毕业于 硕士毕业于 博士毕业于"},
    {Word::study, "zh-studied",
     U"考入 保送 保送至 考取 保送到 负笈 考上 就读于 就读 攻读 求学于 求学 深造 留学 学习 读博 攻博 读研"},
    {Word::mentor, "zh-studied-under", U"师从 师承 师从于 导师为 导师是 博士导师为 博士导师是"},
    {Word::acquire, "zh-bought", U"入主 买进 拿下控股权 收购 并购 全资收购 买下 收购了 并购了 吞并 收归旗下"},
    {Word::invest, "zh-invested", U"投资 入股 注资 战略投资 参投了 投资了 入股了 增持 押注"},
    {Word::complete, "zh-raised",
     U"完成 宣布完成 获得 获 拿下 筹集 募集 募资 筹得 斩获 敲定 完成了 获得了 筹集了 募得 拿到 融得 融到"},
    {Word::receive, "zh-degree", U"取得 获授 获颁 拿到了 拥有 持有 具有 取得了"},
    {Word::lead_round, "zh-led-round", U"领头投资 独投 领投 联合领投 共同领投 独家投资 领投了"},
    {Word::follow_round, "zh-backed",
     U"继续加码 持续加注 继续加注 参与跟投 跟随投资 亦有参与 跟投 参投 参与投资 追投 继续跟投 持续加码"},
    {Word::headquartered, "zh-headquartered", U"总部位于 总部设在 总部设于 总部在 总部落户 总部迁至"},
    {Word::rename, "zh-renamed", U"更名为 改名为 更名 改名 改称 改组为 更名成 改名叫"},
    {Word::owned, "zh-part-of", U"旗下 旗下的"},
    {Word::wish, "", U"希望 呼吁 欢迎 鼓励 要求 建议 想 想要 期待 号召 希冀 试图 尝试 曾想 争取 打动"},
};

}  // namespace

std::span<const WordList> verb_words() { return kVerbs; }

}  // namespace talentflow::ingest::text
