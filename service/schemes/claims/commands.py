"""Command declarations of claims: `claims screen` and `claims check`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.output.terminal.command_declarations import BilingualText, Command, CommandField
from service.output.terminal.fields import KNOWN

NOUNS = {
    "claims": BilingualText(
        "Environmental claims: find them in texts, and judge them.", "环境声明：在文本中找出并判定。"
    )
}

_SOURCE = CommandField(
    "TEXT|FILE",
    BilingualText(
        "A text, a file (plain text, HTML, PDF, DOCX, PPTX), or - for a text on standard input.",
        "文本、文件（纯文本、HTML、PDF、DOCX、PPTX），或以 - 表示标准输入上的文本。",
    ),
    name="source",
)
_CHECKED_SOURCE = replace(
    _SOURCE,
    help=BilingualText(
        "A text, a file (plain text, HTML, PDF, DOCX, PPTX), a folder or pattern of such files ('pages/*.html'), or - "
        "for a text on standard input.",
        "文本、文件（纯文本、HTML、PDF、DOCX、PPTX）、此类文件的文件夹或通配符（'pages/*.html'），或以 - 表示标准输入"
        "上的文本。",
    ),
)
_SCREENING_OPTIONS = (
    CommandField(
        "--text-language CODE",
        BilingualText(
            "The language of the text (en, de, fr, zh). Told from the text if left out.",
            "文本的语言（en、de、fr、zh）。不给出则由文本判断。",
        ),
        many=True,
    ),
    CommandField(
        "--name NAME",
        BilingualText("A brand, product or company name of the trader.", "经营者的品牌、产品或公司名称。"),
        many=True,
    ),
    CommandField(
        "--weighed/--unweighed",
        BilingualText(
            "Whether the signs of whole sentences are weighed; if not, any sign of another subject, such as money or a "
            "report, decides.",
            "是否权衡整句的迹象；若不权衡，任何涉及其他话题（如金钱或报告）的迹象即起决定作用。",
        ),
        kind=bool,
        default=True,
    ),
    CommandField(
        "--hearing",
        BilingualText(
            "How readily a sentence is heard as a claim in which no lexicon finds words of one.",
            "词典没有找到声明用语的句子，在多大程度上听作声明。",
        ),
        kind=("cautious", "balanced", "keen"),
        default="balanced",
    ),
)

COMMANDS = (
    Command(
        "claims screen",
        "service.schemes.claims.screen_command:screen_source",
        BilingualText(
            "Mark the candidate claims of a text: where, of which kind, how qualified, and which facts are still to be "
            "given.",
            "标出文本中可能的声明：位置、种类、限定，以及尚须给出的事实。",
        ),
        more=BilingualText(
            "English, Chinese, German, French, Dutch, Italian, Spanish, Danish and Swedish are screened. What is in "
            "another language is named as not screened.",
            "筛查英文、中文、德文、法文、荷兰文、意大利文、西班牙文、丹麦文和瑞典文。其他语言的内容注明为未筛查。",
        ),
        fields=(_SOURCE, *_SCREENING_OPTIONS),
        examples=(
            'claims screen "Our bottle is 100% recycled*"',
            "claims screen page.html --language zh",
            'claims screen "Wash with EcoPure" --name EcoPure',
        ),
        text="service.schemes.claims.screen_command:screening_text",
        json="service.schemes.claims.screen_command:screening_json",
        no="is_no",
        no_means=BilingualText("screened, but for a part of the text", "已筛查，但有部分文字除外"),
        options=("server", "format", "out"),
        reads_only=True,
    ),
    Command(
        "claims check",
        "service.schemes.claims.check_command:check",
        BilingualText(
            "Judge every claim of a text, jurisdiction by jurisdiction: the verdict that stands, how sure, what "
            "decides.",
            "按各司法辖区判定文本中的每条声明：现有判定、有多确定、由什么决定。",
        ),
        more=BilingualText(
            "What a text cannot show stays unknown unless it is given: for all claims by options, for single claims in "
            "a file. A claim that is shown while rules begin or end is judged for each part of that time. The answer "
            "fits on two screens; --full tells every rule. With --out the claims are marked: page.html for a browser, "
            "report.docx with comments for Word, report.pdf with notes (of a PDF). "
            "Of a folder each file has one line. With --server that server judges, by the scorecards that it "
            "has; --store lets it keep the evaluations.",
            "文本无法显示的内容保持未知，除非另行给出：用选项说明所有声明，用文件说明单条声明。展示期间有规则生效或失效"
            "的，按各时段分别判定。答复只占两屏；--full 列出每条规则。用 --out 标出声明：page.html 供浏览器，"
            "report.docx 为 Word 批注，report.pdf 为 PDF 批注（原件须为 PDF）。文件夹中每个文件占一行。"
            "使用 --server 时由该服务器"
            "按其评分卡判定；--store 使其保存评价。",
        ),
        fields=(
            _CHECKED_SOURCE,
            CommandField(
                "--jurisdiction IDS",
                BilingualText(
                    "Where the claim is shown, such as EU-DE,UK,US-CA. EU is the law of the Union without that of a "
                    "Member State. There is no default; an unknown one lists the known.",
                    "声明在哪里展示，例如 EU-DE,UK,US-CA。EU 指欧盟法，不含成员国法。没有默认值；写了未知的会列出"
                    "已知的。",
                ),
                required=True,
            ),
            CommandField(
                "--shown-on DATE|FROM..UNTIL",
                BilingualText(
                    "The day, or first and last day, on which it is shown. The as-of date if left out.",
                    "展示的那一天，或首日和末日。不给出则为适用规则的日期。",
                ),
            ),
            CommandField(
                "--as-of DATE",
                BilingualText(
                    "The date for which the rules are read. Today if left out.", "适用规则的日期。不给出则为今天。"
                ),
            ),
            KNOWN,
            CommandField(
                "--facts FILE",
                BilingualText(
                    "Facts that no text shows, of all claims and of single ones.",
                    "文本没有显示的事实，关于所有声明和单条声明。",
                ),
                kind=Path,
            ),
            CommandField(
                "--audience WHO",
                BilingualText(
                    "Whom it addresses: consumers (or b2c), businesses (or b2b), investor, public_authority.",
                    "面向谁：consumers（或 b2c）、businesses（或 b2b）、investor、public_authority。",
                ),
            ),
            CommandField(
                "--level WHAT",
                BilingualText(
                    "What it is about: product, packaging, component, category, process, service, site, event, brand, "
                    "trader, financial_product. What the words of a claim show is overruled.",
                    "关于什么：product、packaging、component、category、process、service、site、event、brand、trader、"
                    "financial_product。优先于声明文字所显示的。",
                ),
            ),
            CommandField(
                "--medium WHERE",
                BilingualText(
                    "Where it stands: pack, pos, web, social, tv_audio, print, app, name, label_graphic, report, "
                    "b2b_doc.",
                    "出现在哪里：pack、pos、web、social、tv_audio、print、app、name、label_graphic、report、b2b_doc。",
                ),
            ),
            CommandField(
                "--kind KIND",
                BilingualText(
                    "What it stands in: commercial, mandatory_report, institutional or mandatory_label. Taken as "
                    "commercial if nothing says.",
                    "属于什么传播：commercial、mandatory_report、institutional 或 mandatory_label。未说明时视为 "
                    "commercial。",
                ),
            ),
            CommandField(
                "--fact NAME=VALUE",
                BilingualText(
                    "One more fact about every claim, such as offsets_used=no, specification=none or "
                    "claim_types=[generic]. The answer names the facts that would decide; `touchstone card show CARD` "
                    "lists all with their values.",
                    "关于所有声明的另一事实，例如 offsets_used=no、specification=none 或 claim_types=[generic]。"
                    "答复指出起决定"
                    "作用的事实；`touchstone card show CARD` 列出全部事实及其取值。",
                ),
                many=True,
            ),
            CommandField(
                "--not-assumed FACT",
                BilingualText(
                    "A fact not to be taken from the words of claims, as --fact FACT=unknown. The answer names each "
                    "that was, with the words that show it.",
                    "不从声明文字中推定的事实，同 --fact FACT=unknown。答复列出每项推定的事实及显示它的文字。",
                ),
                many=True,
            ),
            *_SCREENING_OPTIONS,
            CommandField(
                "--ask",
                BilingualText(
                    "Ask what decides, one question after the other, and write the answers to a file of facts.",
                    "逐一询问起决定作用的问题，并将回答写入事实文件。",
                ),
                name="asking",
                kind=bool,
            ),
            CommandField(
                "--facts-out FILE",
                BilingualText(
                    "Where --ask writes the facts; claims-facts.yaml, or the first free name after it, if left out.",
                    "--ask 将事实写到何处；不给出则为 claims-facts.yaml，或其后第一个未用的名称。",
                ),
                kind=Path,
            ),
            CommandField(
                "--store",
                BilingualText(
                    "Have the server evaluate each claim under its cards and keep the evaluations; the answer names "
                    "them.",
                    "由服务器按各卡评价每条声明并保存评价；答复列出其名称。",
                ),
                kind=bool,
            ),
            CommandField(
                "--full",
                BilingualText(
                    "Tell every rule with its clause and what was assessed, not the short answer.",
                    "列出每条规则及其条款和评定范围，而非简短答复。",
                ),
                kind=bool,
            ),
        ),
        examples=(
            'claims check "Our bottle is carbon neutral" --jurisdiction EU-DE,UK,US --audience consumers',
            "claims check pack.pdf --jurisdiction EU-FR --shown-on 2026-09-01..2026-12-31 --facts facts.yaml",
            'claims check "Our cups are recyclable" --jurisdiction UK,US --ask --facts-out cups.yaml',
        ),
        text="service.schemes.claims.check_command:check_text",
        json="service.schemes.claims.check_command:check_json",
        no="is_no",
        no_means=BilingualText(
            "judged, and a claim is prohibited or misleading, or a part or a file could not be screened",
            "已判定，且有声明被禁止或误导，或有部分文字或文件未能筛查",
        ),
        options=("server", "gazette", "format", "out"),
        file="facts",
        reads_only=True,
    ),
)
