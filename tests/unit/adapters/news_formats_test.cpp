#include "ingest/bytes/charset.hpp"
#include "ingest/html/html_page.hpp"
#include "ingest/html/page_facts.hpp"
#include "ingest/html/story_blocks.hpp"
#include "ingest/sources/edgar/current_report.hpp"
#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {

/// The story of a page, a block a line.
std::string story(const std::string& html) {
  const auto parsed = html::parse_page(html);
  std::string out;
  for (const auto* block : html::story_blocks(parsed.page)) out += block->text + "\n";
  return out;
}

std::string published(const std::string& head) {
  return html::facts_of(html::parse_page("<html><head>" + head + "</head><body><p>x</p>").page, {}).published;
}

}  // namespace

TEST_CASE("HTML to text: blanks, entities, inline marks, line breaks") {
  CHECK(html::text_of("<p>Ac<b>me</b> &amp;&nbsp;Sons</p><p>next\n  line</p>") == "Acme & Sons\nnext line");
  CHECK(html::text_of("One sentence.<br>Another<br>still the other") ==
        "One sentence.\nAnother still the other");
  CHECK(html::text_of("left<br><br>right") == "left\nright");
  CHECK(html::text_of("<pre>wrapped\nline\n\nparagraph</pre>") == "wrapped line\nparagraph");
  CHECK(html::text_of("E = mc<sup>2</sup> here<script>alert(1)</script>") == "E = mc here");
  CHECK(html::text_of("soft\xC2\xADhyphen, zero\xE2\x80\x8Bwidth") == "softhyphen, zerowidth");
  CHECK(html::text_of("甲方\n宣布 乙方") == "甲方宣布 乙方");
  CHECK(html::text_of("a < b & c").find("a < b & c") == 0);
}

TEST_CASE("the frame of a page is no story, and marks that would leave nothing are not believed") {
  CHECK(story("<body><nav><p>menu</p></nav><p>Text.</p><footer>foot</footer>") == "Text.\n");
  CHECK(story("<body><div class='c-related'><p>Other.</p></div><p>Text.</p>") == "Text.\n");
  CHECK(story("<body class='has-sidebar'><div class='no-ads'><p>Text.</p></div>") == "Text.\n");
  CHECK(story("<body><div class='sidebar'><p>All there is.</p></div>") == "All there is.\n");
  CHECK(story("<body><form><div><article><p>Text within a form.</p></article></div></form>") ==
        "Text within a form.\n");
  CHECK(story("<body><p><a href=x>Only a link</a></p><p>Text with <a>one</a> link.</p>") ==
        "Text with one link.\n");
  CHECK(story("<body><div hidden><p>no</p></div><div style='display:none'>no</div><p>Text.</p>") ==
        "Text.\n");
  const std::string prose(300, 'x');
  CHECK(story("<body><p>Around.</p><article><p>" + prose +
              "</p></article><article><p>Teaser.</p></article>") == prose + "\n");
}

TEST_CASE("the day of a page, by whatever the page says it with") {
  CHECK(published("<meta property='article:published_time' content='2026-03-02T01:00:00Z'>") == "2026-03-02");
  CHECK(published("<meta name='citation_date' content='2026/03/02'>") == "2026-03-02");
  CHECK(published("<meta name=pubdate content='March 2, 2026'>") == "2026-03-02");
  CHECK(published("<link rel=canonical href='https://a.example/2026/03/02/story'>") == "2026-03-02");
  CHECK(published("<time datetime='2026-03-02'>") == "2026-03-02");
  CHECK(published("<meta name=date content='today'>").empty());
}

TEST_CASE("addresses and titles without what sites add to them") {
  CHECK(html::plain_address("https://a.example/x?id=1&utm_source=b&fbclid=c#top") ==
        "https://a.example/x?id=1");
  CHECK(html::plain_address("https://a.example/x?utm_medium=rss") == "https://a.example/x");
  CHECK(html::site_in_title("Ann joins | Daily Planet", "dailyplanet.example") == "Daily Planet");
  CHECK(html::site_in_title("Blue AI news", "blueai.example") == "Blue AI");
  CHECK(html::site_in_title("Ann joins", "dailyplanet.example").empty());
  CHECK(html::without_site("Ann joins | Daily Planet", "Daily Planet") == "Ann joins");
  CHECK(html::without_site("Ann joins", "Ann joins") == "Ann joins");
}

TEST_CASE("bytes of other character sets, piece by piece") {
  for (const std::size_t piece : {1, 2, 3, 100}) {
    const std::string gbk = "\xD6\xD0\xCE\xC4 ok";
    auto transcoder = Transcoder::from("GB2312");
    REQUIRE(transcoder.ok());
    std::string out;
    for (std::size_t at = 0; at < gbk.size(); at += piece)
      (*transcoder)->convert(std::string_view(gbk).substr(at, piece), at + piece >= gbk.size(), out);
    CHECK(out == "中文 ok");
  }
  auto latin = Transcoder::from("ISO-8859-1");
  std::string out;
  (*latin)->convert("caf\xE9 \x93q\x94", true, out);
  CHECK(out == "café “q”");
  CHECK(Transcoder::from("../../etc/passwd").error().message ==
        "the character set \"../../etc/passwd\" is not known; save the file as UTF-8");
  CHECK(repaired_utf8("a\xFF"
                      "b\xE4\xB8") ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("a page and a feed in another character set") {
  const auto page =
      read_text("html", "page.html",
                "<html><head><meta charset=iso-8859-1><title>Caf\xE9</title></head><body><p>x</p></body>");
  REQUIRE(all<SourceRecord>(page).size() == 1);
  CHECK(property(all<SourceRecord>(page)[0]->properties, "title") == "Café");
  const auto feed =
      read_text("feed", "feed.xml",
                "<?xml version='1.0' encoding='gb2312'?><rss><channel><item><title>\xD6\xD0\xCE\xC4</title>"
                "<guid>1</guid></item></channel></rss>");
  REQUIRE(all<SourceRecord>(feed).size() == 1);
  CHECK(property(all<SourceRecord>(feed)[0]->properties, "title") == "中文");
}

TEST_CASE("whom a page only credits is no statement") {
  const auto reading = read_text(
      "html", "page.html",
      R"(<html><body><p>Some text.</p><script type="application/ld+json">{"@context":"https://schema.org",
      "@type":"NewsArticle","headline":"H","datePublished":"2026-03-02","publisher":{"@type":"Organization","name":"Example Courier"},
      "author":[{"@type":"Person","name":"Max Reporter"},{"@type":"Person","name":"Ann Example","worksFor":{"@type":"Organization","name":"Acme Labs"}}]}</script></body></html>)");
  CHECK(first_fault(reading).empty());
  CHECK(count_claims(reading, "WORKS_AT") == 1);
  for (const auto* each : all<EntityRecord>(reading)) CHECK(each->name != "Max Reporter");
  CHECK(property(all<SourceRecord>(reading)[0]->properties, "publisher") == "Example Courier");
  CHECK(property(all<SourceRecord>(reading)[0]->properties, "published") == "2026-03-02");
}

TEST_CASE("whose page it is, where nobody reports on it") {
  const auto class_of = [](const std::string& json) {
    const auto reading = read_text(
        "html", "page.html",
        "<html><head><link rel=canonical href=https://acme.example/us><script type='application/ld+json'>" +
            json + "</script></head><body><p>Some text.</p></body></html>");
    return property(all<SourceRecord>(reading)[0]->properties, "source_class");
  };
  CHECK(class_of(R"({"@type":"Person","name":"Ann Example","worksFor":"Acme Labs"})") == "self");
  CHECK(class_of(
            R"({"@type":"Organization","name":"Acme","employee":{"@type":"Person","name":"Ann Example"}})") ==
        "company");
  CHECK(
      class_of(
          R"([{"@type":"WebSite","name":"Directory"},{"@type":"Organization","name":"Other","founder":"Ann"}])") ==
      "outlet");
  CHECK(
      class_of(R"({"@type":"NewsArticle","headline":"H","about":{"@type":"Person","name":"Ann Example"}})") ==
      "outlet");
}

TEST_CASE("a page cut off in the middle keeps its whole blocks") {
  const auto reading = read_text("html", "page.html",
                                 "<html><body><p>Ann Example joined Blue AI.</p><p>Cy Instance joined Cu");
  CHECK(count_claims(reading, "JOINED") == 1);
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].reason == "the page ends inside this block; it was not read");
}

TEST_CASE("items of an 8-K: cells apart, lists of contents, plain text") {
  const auto report = edgar::read_current_report(
      "<html><p>Date of Report (Date of earliest event reported): May 4, 2020 (May 1, 2020)</p>"
      "<p>Acme Corp.</p><p>(Exact name of registrant)</p><table><tr><td>ITEM</td><td>5.02</td></tr></table>"
      "<p>On May 1, 2020, one thing happened.</p><p>Item 9.01 Exhibits</p><p>other</p></html>");
  CHECK(report.period == "2020-05-01");
  CHECK(report.company == "Acme Corp.");
  CHECK(report.item_502 == "ITEM 5.02\nOn May 1, 2020, one thing happened.\n");
  const auto plain = edgar::read_current_report(
      "FORM 8-K/A\n\nItem 5.02 Departure\n\nOn May 1, a line\nthat was broken.\n\nSIGNATURES\n\nx\n");
  CHECK(plain.form == "8-K/A");
  CHECK(plain.item_502 == "Item 5.02 Departure\nOn May 1, a line that was broken.\n");
  CHECK(edgar::read_current_report("<html><p>Item 2.02 Results</p><p>x</p>").item_502.empty());
}
