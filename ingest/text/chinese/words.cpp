#include <algorithm>
#include <string>
#include <unordered_map>

#include "ingest/text/chinese/word_lists.hpp"

namespace talentflow::ingest::text {
namespace {

/// Words that are to be read whole because a piece of them is a word of another list.
constexpr std::u32string_view kPlainWords =
    U"董事会 人工智能 智能体 具身智能 机器人学 计算机 计算机科学 大语言模型 智能手机 智能化 机器学习 "
    U"信息技术学 "
    U"生物学 "
    U"网络安全 汽车行业 科技界 科技圈 "
    U"深度学习 强化学习 自然语言处理 不久前的 投资界 投资银行 投资圈 创业者 创业圈 "
    U"工作者 工作站 工作量 工作流 "
    U"负责任 本报 本刊 本台 本网 任务 表示层 称号 名称 宣传 介绍信 成立大会 获得者 完成度 不是说 其他 其中 "
    U"其它 其余 其实 任何 现有 原有 前沿 "
    U"公司法 车联网 物联网 互联网 未来 韩媒 日媒 台媒 港媒 美媒 陆媒 英媒 来自于 公司治理 服务器 云服务 "
    U"服务业 服务费 金融服务 主管机关 主管部门 接下来 进入门槛 拥有权 持有人 自主 直到 简称为 学院派 大学生 "
    U"大学生涯 研究生院 向来 引入了 引进人才 传统 传播 传奇 传感器 前景 前途 "
    U"前提 前端 创业板 创业营 失去理智 原本 原理 原创";

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
    for (const auto& list : verb_words()) add(list);
    for (const auto& list : statement_words()) add(list);
    for (const auto& list : particle_words()) add(list);
    for (const auto& list : phrase_words()) add(list);
    add({Word::none, "", kPlainWords});
    add({Word::role, "", role_words()});
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
      U"人工智能 智能体 AI 初创 新创 消费级 企业级 工业级 人工智慧 科技 互联网 机器人 芯片 自动驾驶 大模型 "
      U"创业 新 国内 海外 美国 "
      U"中国 全球 "
      U"港股 A股 美股 知名 头部 "
      U"顶级 具身 "
      U"具身智能 智能 软件 技术 模型 人形 生物 医药 医疗 教育 半导体 电商 游戏 社交 量子 计算 数据 云 云计算 "
      U"生成 式 生成式 "
      U"视频 语音 视觉 机器 视频生成 独立 私营 上市 外资 大型 小型 著名 一流 国际 本土 民营 国有 前沿 专注 "
      U"国家 重点 联合 风险 投资 风投 私募 对冲 新兴 金融 汽车 能源 新能源 硬件 最大 上海 北京 深圳 杭州 "
      U"硅谷 西方 美 中 "
      U"英 日 韩 商业 航天 商业航天 无人机 车 造车 编程 办公 同一 两 三 家 一 的 和 与 类 型 级 这 那 各 原 "
      U"旧");
}

bool is_field(std::u32string_view phrase) {
  constexpr std::u32string_view kFields[] = {
      U"学习", U"处理", U"视觉", U"算法", U"研究", U"产品",   U"技术", U"训练", U"推理",     U"模型",
      U"架构", U"安全", U"对齐", U"数据", U"工程", U"基础",   U"设计", U"语音", U"多模态",   U"感知",
      U"规划", U"控制", U"战略", U"市场", U"营销", U"商业化", U"运营", U"财务", U"人力资源", U"搜索",
      U"推荐", U"广告", U"开发", U"研发", U"业务", U"应用",   U"驾驶", U"编程", U"智能",     U"设施",
      U"平台", U"系统", U"政策", U"生态", U"渠道", U"销售",   U"增长", U"创新", U"科学",     U"计算",
      U"线",   U"事务", U"质量", U"硬件", U"软件", U"供应链", U"采购", U"公关", U"法务",     U"行政",
      U"品牌", U"用户", U"客户", U"内容", U"影像", U"电池",   U"底盘", U"车身", U"端",       U"独立",
      U"商务", U"终端", U"全球", U"大区", U"海外", U"制造",   U"行销", U"营运", U"级",       U"核心",
      U"资深", U"首席", U"华裔", U"前任", U"现任", U"区",     U"方面", U"内部"};
  return std::any_of(std::begin(kFields), std::end(kFields),
                     [&](std::u32string_view ending) { return phrase.ends_with(ending); });
}

bool is_no_employer(std::u32string_view phrase) {
  constexpr std::u32string_view kEndings[] = {
      U"计划",   U"讨论", U"联盟", U"竞争",   U"行列",   U"战局", U"大军",   U"队伍", U"阵营", U"协议",
      U"组织",   U"功能", U"课程", U"活动",   U"群",     U"名单", U"俱乐部", U"倡议", U"论坛", U"大战",
      U"赛道",   U"市场", U"领域", U"社区",   U"合作",   U"争夺", U"条款",   U"国籍", U"生态", U"基准",
      U"测试",   U"请愿", U"公约", U"标准",   U"数据",   U"能力", U"时代",   U"浪潮", U"工作", U"创业",
      U"公开信", U"工会", U"项目", U"战争",   U"股东",   U"阵营", U"开源",   U"会议", U"世界", U"人世",
      U"行业",   U"学界", U"业界", U"学术界", U"工业界", U"岗位", U"职场",   U"家乡", U"现场", U"舞台",
      U"视野",   U"政界", U"国会", U"董事会", U"股东会", U"党",   U"军",     U"籍",   U"国",   U"界"};
  return std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::u32string_view ending) { return phrase.ends_with(ending); });
}

}  // namespace talentflow::ingest::text
