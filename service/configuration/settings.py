"""Settings of the service and their defaults."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from rules.contracts import InputError, Violation, did_you_mean, message_factory
from service.configuration.available_cores import cores
from service.configuration.folders import PUBLISHED
from service.configuration.products import product_modules, refuse_duplicates

if TYPE_CHECKING:
    from collections.abc import Iterable

_message = message_factory(__name__)

_NON_SETTING_VARIABLES = frozenset(
    {
        "TOUCHSTONE_LANGUAGE",
        "TOUCHSTONE_FORMAT",
        "TOUCHSTONE_SERVER",
        "TOUCHSTONE_PROFILE",
        "TOUCHSTONE_PROFILES",
        "TOUCHSTONE_CACHE",
        "TOUCHSTONE_BUILT_IMAGE",
        "TOUCHSTONE_CBAM_SCHEMA",
        "TOUCHSTONE_KUBERNETES_SCHEMA",
        "TOUCHSTONE_OSCAL_SCHEMA",
        "TOUCHSTONE_TOKEN",
        "TOUCHSTONE_TOKEN_FILE",
        "TOUCHSTONE_CA",
        "TOUCHSTONE_TLS",
        "TOUCHSTONE_CERTIFICATE",
        "TOUCHSTONE_CERTIFICATE_KEY",
        "TOUCHSTONE_SIGNING_KEY",
        "TOUCHSTONE_PERSON",
    }
)
_KUBERNETES_VARIABLE = re.compile(r"TOUCHSTONE_(?:SERVICE_HOST|SERVICE_PORT|PORT)(?:_|\Z)")
_MAX_NAME_CHARS = 60


class Settings(BaseSettings):
    """Settings of the service, read from `TOUCHSTONE_` environment variables."""

    model_config = SettingsConfigDict(env_prefix="TOUCHSTONE_", frozen=True)

    address: str = Field(
        "127.0.0.1:50051",
        description="Host and port where calls are taken; port 0 takes a free one.",
        json_schema_extra={"zh": "接受调用的主机和端口；端口 0 取一个空闲端口。"},
    )
    http_address: str = Field(
        "",
        description="Host and port where JSON over HTTP is taken as well, on this machine alone; port 0 takes a "
        "free one (docs/http.md).",
        json_schema_extra={"zh": "另在何处接受 HTTP 上的 JSON，仅限本机；端口 0 取一个空闲端口（docs/http.zh.md）。"},
    )
    database_url: str = Field(
        "sqlite:///var/touchstone.sqlite3",
        description="Where evaluations are stored: a SQLite file, or a PostgreSQL database, which servers may share "
        "and which needs the extra `postgresql`.",
        json_schema_extra={
            "zh": "评价存储在何处：SQLite 文件，或多台服务器可共用的 PostgreSQL 数据库（需要附加组件 `postgresql`）。"
        },
    )
    gazette: Path = Field(
        PUBLISHED,
        description="The folder of published versions and reference tables; unless set, `scorecards` of the "
        "checkout, or what the wheel carries, which is only read.",
        json_schema_extra={
            "zh": "已发布的版本和参考表所在的文件夹；未设置时为检出目录中的 `scorecards`，或 wheel "
            "所带的内容（只供读取）。"
        },
    )
    private_gazettes: Path | None = Field(
        None,
        description="The folder in which organisations have gazettes of their own, a folder under the id of each; "
        "its cards come before those of the same id in the gazette for all, and no other organisation learns of "
        "them (docs/publication.md).",
        json_schema_extra={
            "zh": "各组织自有公报所在的文件夹，每个组织一个以其编号命名的子文件夹；其中的卡先于公共"
            "公报中同编号的卡，其他组织无从得知（docs/publication.zh.md）。"
        },
    )
    trust: Path | None = Field(
        None,
        description="The file of those who may write and approve rules; with it a version that they have not signed "
        "stops the start (docs/publication.md). A file of logs and witnesses alone asks for no such signature "
        "(docs/proof.md). Commands read it too.",
        json_schema_extra={
            "zh": "写明谁可以编写和批准规则的文件；设置后，未经其签署的版本会使启动失败（"
            "docs/publication.zh.md）。只列日志和见证的文件不要求这种签名（docs/proof.zh.md）。命令也读取它"
            "。"
        },
    )
    tls_certificate: Path | None = Field(
        None,
        description="The certificate of the server with its chain, PEM; calls are then encrypted. Read again when "
        "it is replaced.",
        json_schema_extra={"zh": "服务器证书及其证书链，PEM；设置后调用即加密。文件替换后会重新读取。"},
    )
    tls_key: Path | None = Field(
        None,
        description="The private key of that certificate, PEM without a passphrase.",
        json_schema_extra={"zh": "该证书的私钥，PEM，不带口令。"},
    )
    tls_client_ca: Path | None = Field(
        None,
        description="The authorities, PEM, of one of which every caller then has to show a certificate.",
        json_schema_extra={"zh": "签发机构，PEM；设置后每个调用者都须出示其中一家签发的证书。"},
    )
    tls_client_crl: Path | None = Field(
        None,
        description="The lists of client certificates that these authorities have revoked, PEM; read again when it "
        "is replaced.",
        json_schema_extra={"zh": "这些机构所吊销的客户端证书的列表，PEM；文件替换后会重新读取。"},
    )
    public_registers: str = Field(
        "",
        description="The ids of organisations whose certificates everybody may search, with commas between "
        "(docs/cases.md#the-register).",
        json_schema_extra={"zh": "证书可供任何人查询的组织的编号，以逗号分隔（docs/cases.zh.md#证书查询）。"},
    )
    public_rules: bool = Field(
        False,
        description="Let everybody read the published scorecards and reference tables, without saying who they are; "
        "never those of one organisation alone, nor drafts (docs/workbench.md#rules).",
        json_schema_extra={
            "zh": "任何人无须表明身份即可阅读已发布的评分卡和参考表；某一组织自有者及草案除外"
            "（docs/workbench.zh.md#规则）。"
        },
    )
    register_entries_per_hour: int = Field(
        600,
        ge=0,
        description="Certificates of these of which one address is told in an hour; 0 bounds nothing, as where a "
        "proxy in front counts.",
        json_schema_extra={"zh": "同一地址每小时最多可查询其中多少份证书；0 表示不限，例如由前置代理计数时。"},
    )
    self_check: str = Field(
        "",
        description="The ids of scorecards that everybody may try at `/try` without an account, with commas between, "
        "or `all`; those of an organisation's own are never offered (docs/workbench.md#self-check).",
        json_schema_extra={
            "zh": "任何人无需账户即可在 `/try` 自测的评分卡的编号，以逗号分隔，或写 `all`；各组织自有的卡从不提供（"
            "docs/workbench.zh.md）。"
        },
    )
    self_check_answers_per_hour: int = Field(
        2_000,
        ge=0,
        description="How often the self-check answers one address in an hour; 0 bounds nothing, as where a proxy "
        "in front counts.",
        json_schema_extra={"zh": "自测每小时至多答复同一地址多少次；0 表示不限，例如由前置代理计数时。"},
    )
    supplier_answers_per_hour: int = Field(
        600,
        ge=0,
        description="How often the links of suppliers answer one address in an hour; 0 bounds nothing, as where a "
        "proxy in front counts.",
        json_schema_extra={"zh": "供应商链接每小时至多答复同一地址多少次；0 表示不限，例如由前置代理计数时。"},
    )
    certifying: Path | None = Field(
        None,
        description="The folder in which an organisation that certifies has a folder under its id, with `body.toml` "
        "(who certifies) and `issuing.pem` (the key that signs credentials); `/workbench/set-up` writes both "
        "(docs/certificates.md#who-certifies).",
        json_schema_extra={
            "zh": "各发证机构的文件夹所在之处，以其编号命名，内有 `body.toml`（由谁发证）和 "
            "`issuing.pem`（签署凭证的密钥）；二者均可由 `/workbench/set-up` 写入（docs/certificates.zh.md）。"
        },
    )
    certificate_fonts: Path | None = Field(
        None,
        description="A folder of fonts for printed certificates; Chinese needs one that has its characters.",
        json_schema_extra={"zh": "打印证书所用字体的文件夹；中文须有含其字符的字体。"},
    )
    trial: bool = Field(
        False,
        description="Whether the sample body is tried out here: whoever uses this machine enters the workbench as one "
        "of its people without a password. Set by `touchstone workbench`; a server that others can reach does not "
        "start with it (docs/workbench.md#look-at-it).",
        json_schema_extra={
            "zh": "此处是否试用示例机构：本机使用者无需密码即可以其中一人的身份进入工作台。由 `touchstone workbench` "
            "设置；他人可以访问的服务器设置后不会启动（docs/workbench.zh.md）。"
        },
    )
    api_keys: bool = Field(
        False,
        description="Whether API keys of the store are taken.",
        json_schema_extra={"zh": "是否接受存储中的 API 密钥。"},
    )
    jwt_keys: str = Field(
        "",
        description="The key set of the issuer of tokens (JWKS), a file or an https URL, by which callers are "
        "recognised.",
        json_schema_extra={"zh": "令牌签发者的密钥集（JWKS），文件或 https 地址，用以识别调用者。"},
    )
    jwt_issuer: str = Field(
        "", description="The issuer that tokens must name.", json_schema_extra={"zh": "令牌须写明的签发者。"}
    )
    jwt_audience: str = Field(
        "", description="The audience that tokens must name.", json_schema_extra={"zh": "令牌须写明的接收方。"}
    )
    jwt_algorithms: str = Field(
        "RS256 ES256 EdDSA",
        description="How tokens may be signed; only with public keys.",
        json_schema_extra={"zh": "令牌可用的签名方式；只限公钥签名。"},
    )
    jwt_clock_skew_seconds: int = Field(
        30,
        ge=0,
        le=300,
        description="How far clocks may be apart.",
        json_schema_extra={"zh": "时钟最多可相差多少（秒）。"},
    )
    jwt_organization_claim: str = Field(
        "organization",
        description="The claim that names the organisation, or a path of claims with dots.",
        json_schema_extra={"zh": "写明组织的声明，或以点分隔的声明路径。"},
    )
    jwt_roles_claim: str = Field(
        "roles",
        description="The claim that lists the roles, likewise, or has them as a text with spaces between; a token "
        "that has anything else there is refused.",
        json_schema_extra={"zh": "列出角色的声明，同上，也可为以空格分隔的文本；其他内容的令牌被拒绝。"},
    )
    certificate_principals: Path | None = Field(
        None,
        description="The TOML file that says whom client certificates stand for, by their subjects.",
        json_schema_extra={"zh": "写明客户端证书（按其主体）代表谁的 TOML 文件。"},
    )
    workbench_url: str = Field(
        "",
        description="Where browsers find the workbench, such as `https://touchstone.example`, without a path; with "
        "https cookies are for HTTPS alone, behind a proxy, too.",
        json_schema_extra={
            "zh": "浏览器在何处访问工作台，例如 `https://touchstone.example`，不含路径；为 https 时"
            " cookie 只经 HTTPS 发送，位于代理之后亦然。"
        },
    )
    oidc_issuer: str = Field(
        "",
        description="The provider of OpenID Connect by which people sign in to the workbench: its issuer, a URL "
        "(docs/workbench.md#sign-in-by-a-provider).",
        json_schema_extra={
            "zh": "登录工作台所用的 OpenID Connect 身份提供者：其签发者，为网址（"
            "docs/workbench.zh.md#通过身份提供者登录）。"
        },
    )
    oidc_client_id: str = Field(
        "",
        description="As whom that provider knows the workbench.",
        json_schema_extra={"zh": "该提供者所知的工作台客户端编号。"},
    )
    oidc_client_secret_file: Path | None = Field(
        None,
        description="The file with the secret of this client, read at each sign-in; without one PKCE alone shows "
        "who asks.",
        json_schema_extra={"zh": "该客户端密钥所在文件，每次登录时读取；未设置时仅凭 PKCE。"},
    )
    oidc_name: str = Field(
        "",
        description="What the button to sign in calls the provider; the host of its issuer unless set.",
        json_schema_extra={"zh": "登录按钮上提供者的名称；未设置时为签发者的主机名。"},
    )
    oidc_acr: str = Field(
        "",
        description="How strongly people must have signed in there, as with a second factor: values of the claim "
        "`acr`, with spaces between; any unless set.",
        json_schema_extra={"zh": "在该处登录所须的强度，例如第二因素：声明 `acr` 的取值，以空格分隔；未设置则不限。"},
    )
    oidc_scopes: str = Field(
        "openid",
        description="What the provider is asked for, with spaces between.",
        json_schema_extra={"zh": "向提供者请求的范围，以空格分隔。"},
    )
    evaluating_processes: int = Field(
        default_factory=cores,
        ge=1,
        description="Processes that evaluate, each of up to 150 MB; as many as the server may use cores unless set.",
        json_schema_extra={"zh": "评定的进程数，每个不超过约 150 MB；未设置时为服务器可用的核数。"},
    )
    evaluation_seconds: int = Field(
        60,
        ge=1,
        description="How long one evaluation may take, if its caller sets no earlier deadline.",
        json_schema_extra={"zh": "调用者没有给出更早的期限时，一次评定最长可用多久（秒）。"},
    )
    maximum_in_flight: int = Field(
        32,
        ge=1,
        description="Calls evaluated at once; more are refused.",
        json_schema_extra={"zh": "同时评定的调用数；超出者被拒绝。"},
    )
    maximum_streams: int = Field(
        8,
        ge=1,
        description="Streams evaluated at once, of which one organisation has half at most; more are refused.",
        json_schema_extra={"zh": "同时评定的流数，一个组织至多占其一半；超出者被拒绝。"},
    )
    maximum_trials: int = Field(
        8,
        ge=1,
        description="Calls explained, simulated or verified at once; more are refused.",
        json_schema_extra={"zh": "同时解释、模拟或验证的调用数；超出者被拒绝。"},
    )
    maximum_reads: int = Field(
        16,
        ge=1,
        description="Calls that read, list or rank at once; more are refused.",
        json_schema_extra={"zh": "同时读取、列出或排名的调用数；超出者被拒绝。"},
    )
    reminder_days: int = Field(
        14,
        ge=0,
        le=365,
        description="How many days before something is due in a case an event tells of it (docs/cases.md#what-is-due).",
        json_schema_extra={"zh": "项目中的事项到期前多少日以事件提醒（docs/cases.zh.md#到期事项）。"},
    )
    quota_calls_per_second: int = Field(
        0,
        ge=0,
        description="Calls of one organisation in a second, on average; 0 bounds nothing.",
        json_schema_extra={"zh": "一个组织平均每秒的调用次数；0 表示不限。"},
    )
    quota_calls_burst: int = Field(
        100,
        ge=1,
        description="Calls that it may make at once after a while of quiet.",
        json_schema_extra={"zh": "平静一段时间后，它一次可调用多少次。"},
    )
    quota_items_per_second: int = Field(
        0,
        ge=0,
        description="Subjects that one organisation has evaluated or simulated in a second, on average; 0 bounds "
        "nothing.",
        json_schema_extra={"zh": "一个组织平均每秒评定或模拟的对象数；0 表示不限。"},
    )
    quota_items_burst: int = Field(
        1_000,
        ge=1,
        description="Subjects that it may have evaluated at once after a while of quiet.",
        json_schema_extra={"zh": "平静一段时间后，它一次可评定多少个对象。"},
    )
    quotas: Path | None = Field(
        None,
        description="The TOML file of organisations that have quotas of their own.",
        json_schema_extra={"zh": "另有配额的组织的 TOML 文件。"},
    )
    database_wait_milliseconds: int = Field(
        5_000,
        ge=0,
        le=60_000,
        description="How long a lock of another process on the database is waited for.",
        json_schema_extra={"zh": "等待其他进程的数据库锁多久（毫秒）。"},
    )
    maximum_message_bytes: int = Field(
        4 * 1024 * 1024,
        ge=1024,
        description="The largest request accepted.",
        json_schema_extra={"zh": "所接受的最大请求（字节）。"},
    )
    maximum_answer_bytes: int = Field(
        4 * 1024 * 1024,
        ge=64 * 1024,
        description="The largest answer to an evaluation, of which a quarter is kept for what the archive finds; "
        "what would need more is refused, and not stored. Clients of gRPC accept 4 MiB unless they say otherwise.",
        json_schema_extra={
            "zh": "评价的最大回答（字节），其中四分之一留给档案所发现的内容；超出者被拒绝且不存储。"
            "gRPC 客户端未另行设置时接受 4 MiB。"
        },
    )
    grace_seconds: int = Field(
        10,
        ge=0,
        description="How long calls in flight may take after SIGTERM.",
        json_schema_extra={"zh": "收到 SIGTERM 后，处理中的调用还可用多久（秒）。"},
    )
    reflection: bool = Field(
        True,
        description="Whether clients may ask which methods there are.",
        json_schema_extra={"zh": "客户端可否询问有哪些方法。"},
    )
    metrics_address: str = Field(
        "",
        description="Host and port where metrics and readiness are told over HTTP; a port alone is one of this "
        "machine; without any nothing is told.",
        json_schema_extra={
            "zh": "在何处（主机和端口）经 HTTP 提供指标和就绪状态；只写端口号即为本机的端口；未设置则不提供。"
        },
    )
    traces_url: str = Field(
        "",
        description="Where traces are sent by OTLP over HTTP, such as `http://127.0.0.1:4318/v1/traces`, which "
        "needs the extra `tracing`; nowhere unless set.",
        json_schema_extra={
            "zh": "经 HTTP 上的 OTLP 向何处发送追踪，例如 `http://127.0.0.1:4318/v1/traces`（需要附"
            "加组件 `tracing`）；未设置则不发送。"
        },
    )
    events: Path | None = Field(
        None,
        description="The TOML file of the endpoints to which events are sent; without it none are kept or sent "
        "(docs/http.md#events).",
        json_schema_extra={
            "zh": "事件发往的端点的 TOML 文件；未设置时不保存也不发送任何事件（docs/http.zh.md#事件）。"
        },
    )
    log_key: Path | None = Field(
        None,
        description="The key, Ed25519 in PEM, that signs the checkpoints of the transparency log; without it the "
        "log is kept and its checkpoints are not signed (docs/proof.md#for-operators).",
        json_schema_extra={
            "zh": "为透明日志的检查点签名的密钥，PEM 格式的 Ed25519；未设置时仍保存日志，但检查点不"
            "签名（docs/proof.zh.md#供运营者）。"
        },
    )
    log_origin: str = Field(
        "touchstone",
        pattern=r"^[A-Za-z0-9._/-]{1,200}$",
        description="The name of the transparency log, which its checkpoints begin with: the host and path of its "
        "owner, such as `example.org/touchstone`. It never changes.",
        json_schema_extra={
            "zh": "透明日志的名称，检查点以其开头：其所有者的主机和路径，例如 `example.org/touchstone`；永不改变。"
        },
    )
    evidence_files: str = Field(
        "",
        description="Where the files behind evidence are kept: a folder, or `s3://bucket/prefix` with the extra "
        "`s3`; none are kept unless set (docs/evidence.md#for-operators).",
        json_schema_extra={
            "zh": "证据背后的文件保存在何处：文件夹，或 `s3://bucket/prefix`（需要附加组件 `s3`）；"
            "未设置则不保存（docs/evidence.zh.md#供运营者）。"
        },
    )
    evidence_file_bytes: int = Field(
        64 * 1024 * 1024,
        ge=1,
        description="The largest evidence file that is kept.",
        json_schema_extra={"zh": "可保存的最大证据文件。"},
    )
    evidence_bytes_each: int = Field(
        0,
        ge=0,
        description="How many bytes of evidence files one organisation may keep; 0 bounds nothing. Counted every "
        "minute, by each server.",
        json_schema_extra={"zh": "一个组织可保存多少字节的证据文件；0 为不限。由每台服务器每分钟计数。"},
    )
    evidence_media_types: str = Field(
        "application/pdf image/png image/jpeg image/tiff image/webp application/xml text/plain "
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document "
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet "
        "application/vnd.openxmlformats-officedocument.presentationml.presentation "
        "application/vnd.oasis.opendocument",
        description="The media types of evidence files that are kept, told by their contents.",
        json_schema_extra={"zh": "按内容判断可保存的媒体类型。"},
    )
    evidence_scan: str = Field(
        "",
        description="Who says whether a file is harmless before it is kept: a command that takes its path, or clamd "
        "at `unix:/PATH` or `tcp:HOST:PORT`. Nobody unless set.",
        json_schema_extra={
            "zh": "保存之前由谁判断文件是否无害：一条接受其路径的命令，或位于 `unix:/PATH`、"
            "`tcp:HOST:PORT` 的 clamd；未设置则无人判断。"
        },
    )
    evidence_scan_seconds: int = Field(
        60, ge=1, description="How long that may take for one file.", json_schema_extra={"zh": "判断一个文件可用多久。"}
    )
    time_stamp_url: str = Field(
        "",
        description="The authority (RFC 3161) that stamps checkpoints of the log, http or https; none unless set. "
        "The trust file names it with its certificates (docs/proof.md#time-stamps).",
        json_schema_extra={
            "zh": "为日志的检查点盖时间戳的机构（RFC 3161），http 或 https；未设置则无。信任文件列"
            "出该机构及其证书（docs/proof.zh.md#时间戳）。"
        },
    )
    time_stamp_interval_seconds: int = Field(
        3_600,
        ge=1,
        le=31_536_000,
        description="At most one stamp is asked for in so many seconds.",
        json_schema_extra={"zh": "每隔多少秒至多请求一次时间戳。"},
    )
    retention_since: Literal["creation", "followed"] = Field(
        "creation",
        description="From when on the years of retention are counted: from the making of an evaluation, or "
        "(`followed`) from when a later one of the subject under the same card followed it.",
        json_schema_extra={
            "zh": "保留年数从何时起算：从评价作出时起，或（`followed`）从同一对象在同一评分卡下有了更晚的评价时起。"
        },
    )
    retention_evidence_years: int = Field(
        0,
        ge=0,
        le=100,
        description="After how many years evidence is due to be erased; 0 keeps it (docs/evidence.md#retention).",
        json_schema_extra={"zh": "证据多少年后到期应删除；0 为保留（docs/evidence.zh.md#保留期限）。"},
    )
    retention_input_years: int = Field(
        0,
        ge=0,
        le=100,
        description="After how many years all inputs are due to be erased; 0 keeps them.",
        json_schema_extra={"zh": "全部输入多少年后到期应删除；0 为保留。"},
    )
    retention_evaluation_years: int = Field(
        0,
        ge=0,
        le=100,
        description="After how many years evaluations are due to be erased whole; 0 keeps them.",
        json_schema_extra={"zh": "整项评价多少年后到期应删除；0 为保留。"},
    )
    retention_file_years: int = Field(
        0,
        ge=0,
        le=100,
        description="After how many years evidence files are due to be removed; 0 keeps them "
        "(docs/evidence.md#retention).",
        json_schema_extra={"zh": "证据文件多少年后到期应移除；0 为保留（docs/evidence.zh.md#保留期限）。"},
    )
    retention_draft_days: int = Field(
        0,
        ge=0,
        le=36_500,
        description="After how many days drafts are due to be erased that were never published and nobody touched; "
        "0 keeps them.",
        json_schema_extra={"zh": "从未发布且无人改动的草案多少天后到期应删除；0 为保留。"},
    )
    log_file: Path | None = Field(
        None,
        description="The file that the log of the software is added to; SIGHUP opens it anew. Without one it goes "
        "to standard error (docs/operations.md#log-files).",
        json_schema_extra={
            "zh": "软件日志写入的文件；收到 SIGHUP 时重新打开。未设置则写到标准错误（docs/operations.zh.md#日志文件）。"
        },
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least level logged.", json_schema_extra={"zh": "记入日志的最低级别。"}
    )

    @property
    def maximum_calls(self) -> int:
        return self.maximum_in_flight + self.maximum_streams + self.maximum_trials + self.maximum_reads


def combined_settings_class() -> type[Settings]:
    """Return the settings class extended by products."""
    modules = [*product_modules("settings")]
    added = [module.Settings for module in modules]
    fields = ((name, module.__name__) for module in modules for name in module.Settings.model_fields)
    refuse_duplicates((name, module) for name, module in fields if name not in Settings.model_fields)
    return type("Settings", (*added, Settings), {}) if added else Settings


def check_environment(environment: Iterable[str]) -> None:
    """Raise InputError for unknown variables with the settings prefix."""
    prefix = str(Settings.model_config["env_prefix"])
    known = [f"{prefix}{name.upper()}" for name in combined_settings_class().model_fields]
    unknown = [
        name
        for name in sorted(environment)
        if name.upper().startswith(prefix)
        and name.upper() not in (*known, *_NON_SETTING_VARIABLES)
        and not _KUBERNETES_VARIABLE.match(name)
    ]
    if unknown:
        raise InputError(
            tuple(
                Violation(
                    name[:_MAX_NAME_CHARS], _message("NO_SETTING", hint=did_you_mean(name.upper(), known)), "UNKNOWN"
                )
                for name in unknown
            )
        )
