"""What does the command say, in English and in Chinese?"""

LANGUAGES = ("en", "zh")

WORDS = {
    "FOLLOWS": (
        "{version}: the record follows from its inputs, the version and its tables, to the last byte "
        "({steps} steps, {size} bytes). Recomputed independently.",
        "{version}：这份记录由其输入、该版本及其参考表逐字节推得（{steps} 个步骤，{size} 字节）。已独立重算。",
    ),
    "DIFFERS": (
        "{version}: the record is not what follows. {count} places differ; first what stands, then what follows:",
        "{version}：这份记录不是应有的结果。有 {count} 处不同；先列现有的，再列应得的：",
    ),
    "NO_KEY": (
        "Without the record key the steps were compared, and the commitments only with the trail digest.",
        "没有记录密钥：比较了各步骤，承诺值只与轨迹摘要作了比较。",
    ),
    "WITNESSES": (
        "{count} completions that the record gives for grades or stages were tried, and lead to them.",
        "记录为等级或阶段给出的 {count} 组补全值均已试算，结果相符。",
    ),
    "UNPROVED": (
        "Excluded by the search of whoever made the record, and not disproved here with {boxes} parts: {names}. "
        "Try more with --boxes.",
        "制作记录者经搜索排除、此处用 {boxes} 个部分未能证否的：{names}。可用 --boxes 增加。",
    ),
    "NOT_PROVED": (
        "Not proved: who stated the facts, whether the documents are true, and when the record was made.",
        "未证明的：事实由谁申报，文件是否属实，记录何时制作。",
    ),
    "MORE": ("… and {count} more", "……另有 {count} 处"),
    "NOT_CANONICAL": ("the record is not canonical JSON", "记录不是规范 JSON"),
    "ROOT": ("the commitments do not give the trail digest", "承诺值得不出轨迹摘要"),
    "COMMITMENT": ("the commitment to {step} does not open with its salt", "{step} 的承诺值与其盐不符"),
    "DIGEST": (
        "the head has the digest {found}, the envelope states {stated}",
        "头部摘要为 {found}，信封写明 {stated}",
    ),
    "STEPS": ("{found} steps stand, {wanted} follow", "现有 {found} 个步骤，应有 {wanted} 个"),
    "BYTES": ("the bytes differ", "字节不同"),
    "CONCLUSION": (
        "the conclusion cannot be: {name} {stated} is stated, {found} is possible",
        "结论不可能成立：写明 {name} {stated}，可能的是 {found}",
    ),
    "NO_FILE": ("{path}: cannot be read: {problem}", "{path}：无法读取：{problem}"),
    "NO_JSON": ("{what}: is no JSON object: {problem}", "{what}：不是 JSON 对象：{problem}"),
    "FORM": (
        "the record or the version has not the form that docs/spec gives: {problem}",
        "记录或版本不符合 docs/spec 所述的形式：{problem}",
    ),
    "NUMBERS": (
        "found record schema {record}, semantics {semantics}, version schema {version}; 2, 1 and 1 are read here",
        "记录格式 {record}、语义 {semantics}、版本格式 {version}；此处读取 2、1、1",
    ),
    "OTHER_VERSION": (
        "{name}: the record states {stated}, the version has {found}; give the version that the record names",
        "{name}：记录写明 {stated}，版本为 {found}；请给出记录所指的版本",
    ),
    "TABLES_WANTED": (
        "the record names reference tables; give their folder with --tables",
        "记录用到参考表；请用 --tables 给出其文件夹",
    ),
    "NO_TABLE": ("{folder}: there is no {table}", "{folder}：没有 {table}"),
    "TABLE_DIGEST": (
        "{path}: is not the table of the record, whose digest is {stated}",
        "{path}：不是记录所用的表，其摘要为 {stated}",
    ),
    "NO_ROWS": (
        "{path}: no file has the digest of its rows, {stated}",
        "{path}：没有文件的摘要等于其行的摘要 {stated}",
    ),
    "UNKNOWN_FACT": ("facts: the card has no {name}", "facts：评分卡没有 {name}"),
    "NO_NUMBER": ("'{found}' is no number", "“{found}”不是数"),
    "NO_UNIT": ("'{found}' is no unit", "“{found}”不是单位"),
    "OTHER_UNIT": ("'{given}' does not convert to '{wanted}'", "“{given}”不能换算为“{wanted}”"),
    "NO_DATE": ("'{found}' is no date", "“{found}”不是日期"),
    "NO_SPAN": ("'{found}' is no span of years", "“{found}”不是年份区间"),
    "WRONG_KIND": ("{name}: a value of type {wanted} is wanted", "{name}：应为 {wanted} 类型的值"),
}


def say(code: str, language: str, **slots: object) -> str:
    """Say something in a language."""
    return WORDS[code][LANGUAGES.index(language)].format(**slots)


class GivenError(ValueError):
    """What was given cannot be read as the specification says."""

    def __init__(self, code: str, **slots: object) -> None:
        """Take what is said and its slots."""
        self._said = code, slots
        super().__init__(self.told("en"))

    def told(self, language: str) -> str:
        """Say it in a language."""
        code, slots = self._said
        return say(code, language, **slots)
