#include "ingest/text/chinese/words.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace talentflow::ingest::text {
namespace {

/// Several words of one meaning, divided by blanks.
struct WordList {
  Word word;
  std::string_view rule;
  std::u32string_view words;
};

constexpr WordList kVerbs[] = {
    {Word::join, "zh-joined",
     U"加入 加入到 加盟 入职 跳槽 跳槽到 跳槽至 跳槽去 转投 转会 转会到 转会至 转会加盟 投奔 空降 改投 转战 "
     U"转入 "
     U"前往 就任于 受聘于 入伙 并加入 投身 转职到 转职至 转职 加入了"},
    {Word::join, "zh-returned", U"重返 回归 重回 重新加入 再次加入 返回"},
    {Word::leave, "zh-left",
     U"离开 离职 离任 辞职 辞任 请辞 退出 出走 告别 作别 被解雇 遭解雇 被开除 被辞退 被裁 退休 离队 挥别 "
     U"离开了 "
     U"去职 裸辞 递交辞呈 提交辞呈 从离职 提出辞职"},
    {Word::step_down, "zh-stepped-down", U"辞去 卸任 不再担任 不再出任 卸下 辞掉 辞去了 被免去 免去"},
    {Word::found, "zh-founded",
     U"创办 创立 创建 联合创办 联合创立 联合创建 共同创办 共同创立 共同创建 合伙创办 合伙创立 开办 一手创办 "
     U"一手创立 联手创办 联手创立 合伙成立 创业成立 创设"},
    {Word::establish, "zh-founded", U"成立 组建 设立 共同成立 联合成立"},
    {Word::hold, "zh-post",
     U"担任 出任 就任 接任 升任 兼任 转任 改任 官任 任 获任 调任 继任 履新 接替 晋升为 升为 升职为 被提拔为 "
     U"当选 "
     U"受聘为 受聘担任 获聘 获聘为 担任了 出任了 接掌"},
    {Word::appoint, "zh-appointed", U"任命 委任 聘任 聘请 聘用 延聘 续聘 聘 选举 推选 提拔"},
    {Word::work, "zh-worked",
     U"任职于 就职于 供职于 效力于 任职 就职 供职 工作 效力 履职 实习 任教于 任教 执教于 执教"},
    {Word::lead, "zh-led", U"负责 领导 执掌 掌管 掌舵 带领 统领 主持 牵头 率领 分管 统管"},
    {Word::poach, "zh-poached", U"挖角 挖走 挖来 挖到 挖去 挖墙脚 挖 挖角了 挖走了"},
    {Word::hire, "zh-hired",
     U"招募 招揽 引进 引入 雇用 雇佣 录用 网罗 招入 签下 迎来 招募了 招揽了 引进了 延揽"},
    {Word::invite, "zh-approached", U"邀请 接触 接洽 游说 力邀 抛出橄榄枝 伸出橄榄枝 抛橄榄枝 邀约 招徕"},
    {Word::attract, "zh-attracted", U"吸引 说服 劝说 促使 拉来"},
    {Word::graduate, "zh-graduated", U"毕业于 毕业 本科毕业于 硕士毕业于 博士毕业于"},
    {Word::study, "zh-studied", U"就读于 就读 攻读 求学于 求学 深造 留学 学习 读博 攻博 读研"},
    {Word::mentor, "zh-studied-under", U"师从 师承 导师为 导师是 博士导师为 博士导师是"},
    {Word::acquire, "zh-bought", U"收购 并购 全资收购 买下 收购了 并购了 吞并 收归旗下"},
    {Word::invest, "zh-invested", U"投资 入股 注资 战略投资 参投了 投资了 入股了 增持 押注"},
    {Word::complete, "zh-raised",
     U"完成 宣布完成 获得 获 拿下 筹集 募集 募资 筹得 斩获 敲定 完成了 获得了 筹集了 募得 拿到 融得 融到"},
    {Word::receive, "zh-degree", U"取得 获授 获颁 拿到了"},
    {Word::lead_round, "zh-led-round", U"领投 联合领投 共同领投 独家投资 领投了"},
    {Word::follow_round, "zh-backed", U"跟投 参投 参与投资 追投 继续跟投 持续加码"},
    {Word::headquartered, "zh-headquartered", U"总部位于 总部设在 总部设于 总部在 总部落户 总部迁至"},
    {Word::rename, "zh-renamed", U"更名为 改名为 更名 改名 改称 改组为 更名成 改名叫"},
    {Word::owned, "zh-part-of", U"旗下 旗下的"},
    {Word::wish, "", U"希望 呼吁 欢迎 鼓励 要求 建议 想 想要 期待 号召 希冀 试图 尝试 曾想 争取 打动"},
};

constexpr WordList kAttribution[] = {
    {Word::report, "",
     U"报道 报道称 报道说 报导 报导称 刊文称 率先报道 独家报道 据报 据报道 据媒体报道 据外媒报道 获悉 "
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
};

constexpr WordList kMood[] = {
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

constexpr WordList kParticles[] = {
    {Word::from, "", U"从 自 由从"},
    {Word::at, "", U"在 于 位于"},
    {Word::by, "", U"被 遭 由 获由 受 遭到 受到 叫"},
    {Word::to, "", U"到 至 赴 往 去 向 给 对"},
    {Word::as, "", U"为 是 系 作为 成为 现为 也是 还是 曾是 就是 正是 即 则是 便是 乃"},
    {Word::conjunction, "", U"和 与 及 以及 暨 跟 同 、 兼 还有 并"},
    {Word::former, "", U"前 原 前任 原任 时任"},
    {Word::past, "",
     U"曾 曾经 此前 先前 过去 之前 早前 以前 曾在 早年 先后 当年 原先 曾于 一度 那时 历任 曾任"},
    {Word::now, "", U"现 目前 现任 现在 如今 正 眼下 仍 仍然 正在 当前"},
    {Word::since, "", U"起 以来 开始 至今"},
    {Word::of, "", U"的 之"},
    {Word::aspect, "", U"了 过 着 过了"},
    {Word::adverb, "",
     U"凌晨 上午 下午 晚间 傍晚 中午 早间 深夜 当晚 晚上 也 已 已经 正式 近期 刚刚 刚 又 还 再 再次 便 就 都 "
     U"均 曾先后 随后 之后 此后 其后 后 后来 最终 最后 "
     U"同时 于是 重新 "
     U"低调 突然 陆续 相继 双双 集体 先 另 也已 现已 则 也将 全职 共同 一同 一起 携手 联手 首次 宣 主动 私下 "
     U"成功 "
     U"独家 一致 联合 悄然 高调 其间 期间 接着 不久 不久前 不久后 加上 其中 此外 另外 不过 但 而 并且 因此 "
     U"只是 而是 带着 携 携手 仅 一直 依然 很快 长期 毅然 果断 火速 闪电 据称 分别 带队 率队 直接 间接"},
    {Word::purpose, "", U"用于 旨在 以便 为了 因 因为 由于 随着 鉴于 出于 凭借 凭 以 生于 出生于 出生 现年"},
    {Word::third_person, "", U"他 她 他本人 她本人 本人 此人 前者"},
    {Word::third_people, "", U"他们 她们 两人 二人 三人 双方创始人 几人 四人 俩人 两位"},
    {Word::the_organisation, "",
     U"该公司 这家公司 该机构 该企业 本公司 该校 该实验室 该研究院 该集团 该团队 这家初创公司 这家初创企业 "
     U"这家企业 这家实验室 该初创公司 公司方面 我司 该平台 这家机构 这家创业公司 前东家 老东家"},
    {Word::its, "", U"其"},
    {Word::self, "", U"我 本人我 我本人"},
    {Word::determiner, "",
     U"一家 一所 一个 这家 那家 某 某家 多家 两家 三家 几家 该 本 另一家 一间 数家 这个 那个 自己的 各 每家 "
     U"此 同一家 许多 不少 一些 一支 一名 一位 名为 叫做 叫作 取名 名叫 取名为"},
    {Word::noun_behind, "",
     U"原因 传闻 消息 员工 潮 事件 一事 手续 风波 补偿 协议 后果 计划书 信 声明 传言 名单 率 通知 影响"},
};

constexpr WordList kPhrases[] = {
    {Word::degree, "",
     U"博士 硕士 学士 本科 博士学位 硕士学位 学士学位 博士后 研究生 工学博士 理学博士 哲学博士 本科学位 MBA "
     U"工商管理硕士 博士研究生 硕士研究生 直博"},
    {Word::title, "", U"先生 女士 老师 院士 小姐 同学 等人 等"},
    {Word::unit, "",
     U"团队 部门 事业部 事业群 项目组 小组 业务 业务线 模型团队 大模型团队 办公室 项目 大模型 部"},
    {Word::suffix, "",
     U"公司 集团 大学 学院 研究院 研究所 实验室 研究中心 有限公司 股份公司 科技公司 资本 创投 基金 银行 医院 "
     U"科学院 "
     U"科技 智能 传媒 控股 半导体 机器人 生物 网络 软件 信息技术 微电子 动力 汽车 证券 咨询 中学 理工 工作室 "
     U"风投 风险投资 "
     U"基金会 协会 学会 委员会 部队 研究室 人工智能实验室 AI实验室 分校"},
    {Word::common_organisation, "",
     U"初创公司 初创企业 创业公司 创业企业 企业 新公司 子公司 母公司 分公司 初创 机构 独角兽 巨头 "
     U"创企 大厂 实体 厂商 开发商 合资公司"},
    {Word::period, "", U"期间 任内 时期 任期"},
    {Word::post, "", U"一职 职务 职位 之职 职 岗位 要职"},
    {Word::round, "",
     U"天使轮 种子轮 A轮 B轮 C轮 D轮 E轮 Pre-A轮 A+轮 B+轮 天使+轮 战略 首轮 新一轮 本轮 该轮 两轮 此轮 融资 "
     U"轮融资 "
     U"战略融资 轮 股权融资 新融资 C+轮 F轮 G轮 Pre-IPO轮"},
    {Word::valuation, "", U"估值 投后估值 投前估值 市值"},
};

/// Words that are to be read whole because a piece of them is a word of another list.
constexpr std::u32string_view kPlainWords =
    U"董事会 人工智能 智能体 具身智能 机器人学 计算机 计算机科学 大语言模型 智能手机 智能化 信息技术学 "
    U"生物学 "
    U"网络安全 汽车行业 科技界 科技圈 "
    U"机器学习 深度学习 强化学习 自然语言处理 不久前的 投资者 投资方 投资界 投资银行 投资圈 创业者 创业圈 "
    U"工作者 工作站 工作量 工作流 "
    U"负责任 本报 本刊 本台 本网 任务 表示层 称号 名称 宣传 介绍信 成立大会 获得者 完成度 不是说 其他 其中 "
    U"其它 其余 其实 任何 现有 原有 前沿 "
    U"公司法 公司治理 学院派 大学生 大学生涯 研究生院 向来 引入了 引进人才 传统 传播 传奇 传感器 前景 前途 "
    U"前提 前端 原本 原理 原创";

constexpr std::u32string_view kRoles =
    U"首席科学家 首席执行官 首席技术官 首席运营官 首席财务官 首席产品官 首席架构师 首席工程师 首席研究员 "
    U"首席战略官 "
    U"首席信息官 首席营销官 首席安全官 首席人工智能科学家 首席AI科学家 首席人工智能官 首席经济学家 "
    U"首席商务官 首席人才官 "
    U"首席研究官 首席增长官 "
    U"研究员 高级研究员 资深研究员 助理研究员 副研究员 研究科学家 高级研究科学家 资深研究科学家 主任研究员 "
    U"实习研究员 "
    U"科学家 高级科学家 资深科学家 应用科学家 算法科学家 研究主管 研究负责人 研究总监 研究副总裁 "
    U"创始人 联合创始人 共同创始人 联创 创办人 共同创办人 创始合伙人 合伙人 管理合伙人 创始成员 创始团队成员 "
    U"负责人 技术负责人 业务负责人 算法负责人 产品负责人 项目负责人 团队负责人 前负责人 一号位 掌门人 带头人 "
    U"核心负责人 "
    U"后训练负责人 预训练负责人 模型负责人 大模型负责人 技术带头人 核心成员 核心技术负责人 "
    U"教授 副教授 助理教授 讲席教授 客座教授 特聘教授 终身教授 名誉教授 荣誉教授 荣誉顾问 兼职教授 "
    U"助理教授职位 讲师 高级讲师 "
    U"工程师 高级工程师 资深工程师 软件工程师 算法工程师 研发工程师 主任工程师 研究工程师 首席算法工程师 "
    U"架构师 技术专家 算法专家 "
    U"高级算法专家 资深算法专家 高级技术专家 资深技术专家 "
    U"总裁 副总裁 高级副总裁 资深副总裁 执行副总裁 集团副总裁 总经理 副总经理 董事长 副董事长 执行董事长 "
    U"董事会主席 主席 副主席 联席CEO "
    U"联席首席执行官 执行总裁 董事 独立董事 非执行董事 执行董事 董事会成员 监事 总监 高级总监 技术总监 "
    U"产品总监 研发总监 主任 副主任 院长 "
    U"副院长 执行院长 所长 副所长 系主任 校长 副校长 常务副院长 经理 高级经理 产品经理 技术经理 主管 高管 "
    U"顾问 技术顾问 高级顾问 首席顾问 "
    U"科学顾问 战略顾问 特别顾问 秘书长 理事长 理事 组长 队长 校董 创意总监 "
    U"员工 前员工 资深员工 成员 博士生 硕士生 本科生 研究生 博士后 博士后研究员 校友 毕业生 实习生 学生 "
    U"博士研究生 "
    U"CEO CTO COO CFO CPO CMO CSO CIO 首席执行官兼总裁 VP HR 程序员 设计师 分析师 投资人 投资经理 导师 同事 "
    U"搭档 记者 学者 "
    U"专家 作者 发言人 新闻发言人 老将 元老";

class Dictionary {
 public:
  static const Dictionary& standard() {
    static const Dictionary built;
    return built;
  }

  WordEntry at(std::u32string_view text, std::size_t at) const {
    if (at >= text.size()) return {};
    const auto first = longest_.find(text[at]);
    if (first == longest_.end()) return {};
    for (std::size_t length = std::min(first->second, text.size() - at); length > 0; --length) {
      const auto found = entries_.find(text.substr(at, length));
      if (found != entries_.end()) return found->second;
    }
    return {};
  }

 private:
  Dictionary() {
    for (const auto& list : kVerbs) add(list);
    for (const auto& list : kAttribution) add(list);
    for (const auto& list : kMood) add(list);
    for (const auto& list : kParticles) add(list);
    for (const auto& list : kPhrases) add(list);
    add({Word::none, "", kPlainWords});
    add({Word::role, "", kRoles});
  }

  void add(const WordList& list) {
    for (std::size_t begin = 0; begin < list.words.size();) {
      const std::size_t end = std::min(list.words.find(U' ', begin), list.words.size());
      const auto word = list.words.substr(begin, end - begin);
      begin = end + 1;
      if (word.empty()) continue;
      entries_.try_emplace(word, WordEntry{word, list.word, list.rule});
      auto& longest = longest_[word.front()];
      longest = std::max(longest, word.size());
    }
  }

  std::unordered_map<std::u32string_view, WordEntry> entries_;
  std::unordered_map<char32_t, std::size_t> longest_;
};

/// Whether the text is one of the words of a list divided by blanks.
bool among(std::u32string_view text, std::u32string_view list) {
  for (std::size_t at = list.find(text); at != std::u32string_view::npos; at = list.find(text, at + 1)) {
    const bool left = at == 0 || list[at - 1] == U' ';
    const bool right = at + text.size() == list.size() || list[at + text.size()] == U' ';
    if (left && right) return true;
  }
  return false;
}

}  // namespace

WordEntry word_at(std::u32string_view text, std::size_t at) { return Dictionary::standard().at(text, at); }

bool is_generic_modifier(std::u32string_view word) {
  return among(
      word,
      U"人工智能 智能体 AI 初创 科技 互联网 机器人 芯片 自动驾驶 大模型 创业 新 国内 海外 美国 中国 全球 "
      U"知名 头部 "
      U"顶级 具身 "
      U"具身智能 智能 软件 技术 模型 人形 生物 医药 医疗 教育 半导体 电商 游戏 社交 量子 计算 数据 云 云计算 "
      U"生成 式 生成式 "
      U"视频 语音 视觉 机器 视频生成 独立 私营 上市 外资 大型 小型 著名 一流 国际 本土 民营 国有 前沿 专注 "
      U"国家 重点 联合 风险 投资 风投 私募 对冲 新兴 金融 汽车 能源 新能源 硬件 最大 上海 北京 深圳 杭州 "
      U"硅谷 西方 美 中 "
      U"英 日 韩 商业 航天 商业航天 无人机 车 造车 编程 办公 同一 两 三 家 一 的 和 与 类 型 级 这 那 各 原 "
      U"旧");
}

bool is_no_employer(std::u32string_view phrase) {
  constexpr std::u32string_view kEndings[] = {
      U"计划", U"讨论", U"联盟", U"竞争", U"行列", U"战局",   U"大军", U"队伍",   U"阵营",   U"协议", U"组织",
      U"功能", U"课程", U"活动", U"群",   U"名单", U"俱乐部", U"倡议", U"论坛",   U"大战",   U"赛道", U"市场",
      U"领域", U"社区", U"合作", U"争夺", U"条款", U"国籍",   U"生态", U"基准",   U"测试",   U"请愿", U"公约",
      U"标准", U"数据", U"能力", U"时代", U"浪潮", U"工作",   U"创业", U"公开信", U"工会",   U"项目", U"战争",
      U"开源", U"会议", U"世界", U"人世", U"行业", U"学界",   U"业界", U"学术界", U"工业界", U"岗位", U"职场",
      U"家乡", U"现场", U"舞台", U"视野", U"政界", U"国会",   U"党",   U"军",     U"籍",     U"国",   U"界"};
  return std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::u32string_view ending) { return phrase.ends_with(ending); });
}

}  // namespace talentflow::ingest::text
