import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import audit_plan_pb2 as _audit_plan_pb2
from touchstone.v1 import case_dossier_service_pb2 as _case_dossier_service_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from touchstone.v1 import scheme_profile_pb2 as _scheme_profile_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RegisterEntry(_message.Message):
    __slots__ = ("number", "state", "state_date", "public_reason", "holder", "registered_id", "profile", "scorecard", "scope", "result", "first_date", "last_date", "organization", "region_code", "as_of_date", "time_zone", "scope_zh", "profile_titles", "scorecard_titles", "result_titles", "scorecard_version", "sites", "body_names", "authorisations", "events", "has_paper", "has_credential")
    class ProfileTitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class ScorecardTitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class ResultTitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class BodyNamesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    STATE_DATE_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_REASON_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_ID_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_FIELD_NUMBER: _ClassVar[int]
    REGION_CODE_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    TIME_ZONE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_ZH_FIELD_NUMBER: _ClassVar[int]
    PROFILE_TITLES_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_TITLES_FIELD_NUMBER: _ClassVar[int]
    RESULT_TITLES_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    SITES_FIELD_NUMBER: _ClassVar[int]
    BODY_NAMES_FIELD_NUMBER: _ClassVar[int]
    AUTHORISATIONS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    HAS_PAPER_FIELD_NUMBER: _ClassVar[int]
    HAS_CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    number: str
    state: str
    state_date: str
    public_reason: str
    holder: str
    registered_id: str
    profile: str
    scorecard: str
    scope: str
    result: str
    first_date: str
    last_date: str
    organization: str
    region_code: str
    as_of_date: str
    time_zone: str
    scope_zh: str
    profile_titles: _containers.ScalarMap[str, str]
    scorecard_titles: _containers.ScalarMap[str, str]
    result_titles: _containers.ScalarMap[str, str]
    scorecard_version: str
    sites: _containers.RepeatedCompositeFieldContainer[RegisterSite]
    body_names: _containers.ScalarMap[str, str]
    authorisations: _containers.RepeatedCompositeFieldContainer[RegisterAuthorisation]
    events: _containers.RepeatedCompositeFieldContainer[RegisterEvent]
    has_paper: bool
    has_credential: bool
    def __init__(self, number: _Optional[str] = ..., state: _Optional[str] = ..., state_date: _Optional[str] = ..., public_reason: _Optional[str] = ..., holder: _Optional[str] = ..., registered_id: _Optional[str] = ..., profile: _Optional[str] = ..., scorecard: _Optional[str] = ..., scope: _Optional[str] = ..., result: _Optional[str] = ..., first_date: _Optional[str] = ..., last_date: _Optional[str] = ..., organization: _Optional[str] = ..., region_code: _Optional[str] = ..., as_of_date: _Optional[str] = ..., time_zone: _Optional[str] = ..., scope_zh: _Optional[str] = ..., profile_titles: _Optional[_Mapping[str, str]] = ..., scorecard_titles: _Optional[_Mapping[str, str]] = ..., result_titles: _Optional[_Mapping[str, str]] = ..., scorecard_version: _Optional[str] = ..., sites: _Optional[_Iterable[_Union[RegisterSite, _Mapping]]] = ..., body_names: _Optional[_Mapping[str, str]] = ..., authorisations: _Optional[_Iterable[_Union[RegisterAuthorisation, _Mapping]]] = ..., events: _Optional[_Iterable[_Union[RegisterEvent, _Mapping]]] = ..., has_paper: _Optional[bool] = ..., has_credential: _Optional[bool] = ...) -> None: ...

class RegisterEvent(_message.Message):
    __slots__ = ("step", "date", "public_reason")
    STEP_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_REASON_FIELD_NUMBER: _ClassVar[int]
    step: str
    date: str
    public_reason: str
    def __init__(self, step: _Optional[str] = ..., date: _Optional[str] = ..., public_reason: _Optional[str] = ...) -> None: ...

class GetRegisterPaperRequest(_message.Message):
    __slots__ = ("parent", "number")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    parent: str
    number: str
    def __init__(self, parent: _Optional[str] = ..., number: _Optional[str] = ...) -> None: ...

class RegisterPaper(_message.Message):
    __slots__ = ("content", "edition")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    EDITION_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    edition: int
    def __init__(self, content: _Optional[bytes] = ..., edition: _Optional[int] = ...) -> None: ...

class SubmitRegisterComplaintRequest(_message.Message):
    __slots__ = ("parent", "number", "statement", "complainant")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    COMPLAINANT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    number: str
    statement: str
    complainant: str
    def __init__(self, parent: _Optional[str] = ..., number: _Optional[str] = ..., statement: _Optional[str] = ..., complainant: _Optional[str] = ...) -> None: ...

class RegisterComplaint(_message.Message):
    __slots__ = ("reference", "receive_time")
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    RECEIVE_TIME_FIELD_NUMBER: _ClassVar[int]
    reference: str
    receive_time: _timestamp_pb2.Timestamp
    def __init__(self, reference: _Optional[str] = ..., receive_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RegisterSite(_message.Message):
    __slots__ = ("site", "addresses")
    class AddressesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SITE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    site: str
    addresses: _containers.ScalarMap[str, str]
    def __init__(self, site: _Optional[str] = ..., addresses: _Optional[_Mapping[str, str]] = ...) -> None: ...

class RegisterAuthorisation(_message.Message):
    __slots__ = ("id", "names", "authority_names", "evidence")
    class NamesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class AuthorityNamesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    ID_FIELD_NUMBER: _ClassVar[int]
    NAMES_FIELD_NUMBER: _ClassVar[int]
    AUTHORITY_NAMES_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    id: str
    names: _containers.ScalarMap[str, str]
    authority_names: _containers.ScalarMap[str, str]
    evidence: str
    def __init__(self, id: _Optional[str] = ..., names: _Optional[_Mapping[str, str]] = ..., authority_names: _Optional[_Mapping[str, str]] = ..., evidence: _Optional[str] = ...) -> None: ...

class SearchRegisterRequest(_message.Message):
    __slots__ = ("parent", "search", "state", "page_size", "page_token", "profile", "result", "region_code", "as_of_date")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SEARCH_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    REGION_CODE_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    search: str
    state: str
    page_size: int
    page_token: str
    profile: str
    result: str
    region_code: str
    as_of_date: str
    def __init__(self, parent: _Optional[str] = ..., search: _Optional[str] = ..., state: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., profile: _Optional[str] = ..., result: _Optional[str] = ..., region_code: _Optional[str] = ..., as_of_date: _Optional[str] = ...) -> None: ...

class GetRegisterCredentialRequest(_message.Message):
    __slots__ = ("parent", "number")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    parent: str
    number: str
    def __init__(self, parent: _Optional[str] = ..., number: _Optional[str] = ...) -> None: ...

class RegisterCredential(_message.Message):
    __slots__ = ("credential", "edition")
    CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    EDITION_FIELD_NUMBER: _ClassVar[int]
    credential: str
    edition: int
    def __init__(self, credential: _Optional[str] = ..., edition: _Optional[int] = ...) -> None: ...

class CheckRegisterFileRequest(_message.Message):
    __slots__ = ("parent", "content")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    content: bytes
    def __init__(self, parent: _Optional[str] = ..., content: _Optional[bytes] = ...) -> None: ...

class CheckRegisterFileResponse(_message.Message):
    __slots__ = ("result", "kind", "edition", "superseded", "register_entry", "read_time")
    class Result(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        RESULT_UNSPECIFIED: _ClassVar[CheckRegisterFileResponse.Result]
        RESULT_ISSUED: _ClassVar[CheckRegisterFileResponse.Result]
        RESULT_ALTERED: _ClassVar[CheckRegisterFileResponse.Result]
        RESULT_UNKNOWN: _ClassVar[CheckRegisterFileResponse.Result]
    RESULT_UNSPECIFIED: CheckRegisterFileResponse.Result
    RESULT_ISSUED: CheckRegisterFileResponse.Result
    RESULT_ALTERED: CheckRegisterFileResponse.Result
    RESULT_UNKNOWN: CheckRegisterFileResponse.Result
    RESULT_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    EDITION_FIELD_NUMBER: _ClassVar[int]
    SUPERSEDED_FIELD_NUMBER: _ClassVar[int]
    REGISTER_ENTRY_FIELD_NUMBER: _ClassVar[int]
    READ_TIME_FIELD_NUMBER: _ClassVar[int]
    result: CheckRegisterFileResponse.Result
    kind: str
    edition: int
    superseded: bool
    register_entry: RegisterEntry
    read_time: _timestamp_pb2.Timestamp
    def __init__(self, result: _Optional[_Union[CheckRegisterFileResponse.Result, str]] = ..., kind: _Optional[str] = ..., edition: _Optional[int] = ..., superseded: _Optional[bool] = ..., register_entry: _Optional[_Union[RegisterEntry, _Mapping]] = ..., read_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetRegisterEntryRequest(_message.Message):
    __slots__ = ("parent", "number")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    parent: str
    number: str
    def __init__(self, parent: _Optional[str] = ..., number: _Optional[str] = ...) -> None: ...

class SearchRegisterResponse(_message.Message):
    __slots__ = ("register_entries", "read_time", "next_page_token")
    REGISTER_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    READ_TIME_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    register_entries: _containers.RepeatedCompositeFieldContainer[RegisterEntry]
    read_time: _timestamp_pb2.Timestamp
    next_page_token: str
    def __init__(self, register_entries: _Optional[_Iterable[_Union[RegisterEntry, _Mapping]]] = ..., read_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class CasePersonKey(_message.Message):
    __slots__ = ("public", "first_date", "last_date", "compromised")
    PUBLIC_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    COMPROMISED_FIELD_NUMBER: _ClassVar[int]
    public: str
    first_date: str
    last_date: str
    compromised: bool
    def __init__(self, public: _Optional[str] = ..., first_date: _Optional[str] = ..., last_date: _Optional[str] = ..., compromised: _Optional[bool] = ...) -> None: ...

class CasePersonPasskey(_message.Message):
    __slots__ = ("credential", "public", "rp_id", "origins", "first_date", "last_date", "compromised")
    CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_FIELD_NUMBER: _ClassVar[int]
    RP_ID_FIELD_NUMBER: _ClassVar[int]
    ORIGINS_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    COMPROMISED_FIELD_NUMBER: _ClassVar[int]
    credential: str
    public: str
    rp_id: str
    origins: _containers.RepeatedScalarFieldContainer[str]
    first_date: str
    last_date: str
    compromised: bool
    def __init__(self, credential: _Optional[str] = ..., public: _Optional[str] = ..., rp_id: _Optional[str] = ..., origins: _Optional[_Iterable[str]] = ..., first_date: _Optional[str] = ..., last_date: _Optional[str] = ..., compromised: _Optional[bool] = ...) -> None: ...

class CasePerson(_message.Message):
    __slots__ = ("person", "display_name", "accounts", "functions", "profiles", "last_date", "interests", "revision", "keys", "passkeys", "client", "competences")
    PERSON_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTS_FIELD_NUMBER: _ClassVar[int]
    FUNCTIONS_FIELD_NUMBER: _ClassVar[int]
    PROFILES_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    INTERESTS_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    KEYS_FIELD_NUMBER: _ClassVar[int]
    PASSKEYS_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    COMPETENCES_FIELD_NUMBER: _ClassVar[int]
    person: str
    display_name: str
    accounts: _containers.RepeatedScalarFieldContainer[str]
    functions: _containers.RepeatedScalarFieldContainer[str]
    profiles: _containers.RepeatedScalarFieldContainer[str]
    last_date: str
    interests: _containers.RepeatedScalarFieldContainer[str]
    revision: int
    keys: _containers.RepeatedCompositeFieldContainer[CasePersonKey]
    passkeys: _containers.RepeatedCompositeFieldContainer[CasePersonPasskey]
    client: str
    competences: _containers.RepeatedCompositeFieldContainer[_audit_plan_pb2.TechnicalCompetence]
    def __init__(self, person: _Optional[str] = ..., display_name: _Optional[str] = ..., accounts: _Optional[_Iterable[str]] = ..., functions: _Optional[_Iterable[str]] = ..., profiles: _Optional[_Iterable[str]] = ..., last_date: _Optional[str] = ..., interests: _Optional[_Iterable[str]] = ..., revision: _Optional[int] = ..., keys: _Optional[_Iterable[_Union[CasePersonKey, _Mapping]]] = ..., passkeys: _Optional[_Iterable[_Union[CasePersonPasskey, _Mapping]]] = ..., client: _Optional[str] = ..., competences: _Optional[_Iterable[_Union[_audit_plan_pb2.TechnicalCompetence, _Mapping]]] = ...) -> None: ...

class SaveCasePersonRequest(_message.Message):
    __slots__ = ("parent", "case_person")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    CASE_PERSON_FIELD_NUMBER: _ClassVar[int]
    parent: str
    case_person: CasePerson
    def __init__(self, parent: _Optional[str] = ..., case_person: _Optional[_Union[CasePerson, _Mapping]] = ...) -> None: ...

class ListCasePersonsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "persons", "with_caller")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    PERSONS_FIELD_NUMBER: _ClassVar[int]
    WITH_CALLER_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    persons: _containers.RepeatedScalarFieldContainer[str]
    with_caller: bool
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., persons: _Optional[_Iterable[str]] = ..., with_caller: _Optional[bool] = ...) -> None: ...

class ListCasePersonsResponse(_message.Message):
    __slots__ = ("case_persons", "next_page_token")
    CASE_PERSONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    case_persons: _containers.RepeatedCompositeFieldContainer[CasePerson]
    next_page_token: str
    def __init__(self, case_persons: _Optional[_Iterable[_Union[CasePerson, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class CaseSite(_message.Message):
    __slots__ = ("site", "address", "address_zh")
    SITE_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_ZH_FIELD_NUMBER: _ClassVar[int]
    site: str
    address: str
    address_zh: str
    def __init__(self, site: _Optional[str] = ..., address: _Optional[str] = ..., address_zh: _Optional[str] = ...) -> None: ...

class CaseClient(_message.Message):
    __slots__ = ("client", "display_name", "registered_id", "region_code", "group", "sites", "merged_into", "former_names", "revision", "display_name_zh", "address", "address_zh")
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_ID_FIELD_NUMBER: _ClassVar[int]
    REGION_CODE_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    SITES_FIELD_NUMBER: _ClassVar[int]
    MERGED_INTO_FIELD_NUMBER: _ClassVar[int]
    FORMER_NAMES_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_ZH_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_ZH_FIELD_NUMBER: _ClassVar[int]
    client: str
    display_name: str
    registered_id: str
    region_code: str
    group: str
    sites: _containers.RepeatedCompositeFieldContainer[CaseSite]
    merged_into: str
    former_names: _containers.RepeatedScalarFieldContainer[str]
    revision: int
    display_name_zh: str
    address: str
    address_zh: str
    def __init__(self, client: _Optional[str] = ..., display_name: _Optional[str] = ..., registered_id: _Optional[str] = ..., region_code: _Optional[str] = ..., group: _Optional[str] = ..., sites: _Optional[_Iterable[_Union[CaseSite, _Mapping]]] = ..., merged_into: _Optional[str] = ..., former_names: _Optional[_Iterable[str]] = ..., revision: _Optional[int] = ..., display_name_zh: _Optional[str] = ..., address: _Optional[str] = ..., address_zh: _Optional[str] = ...) -> None: ...

class SaveClientRequest(_message.Message):
    __slots__ = ("parent", "case_client")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    CASE_CLIENT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    case_client: CaseClient
    def __init__(self, parent: _Optional[str] = ..., case_client: _Optional[_Union[CaseClient, _Mapping]] = ...) -> None: ...

class ListClientsRequest(_message.Message):
    __slots__ = ("parent", "search", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SEARCH_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    search: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., search: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListClientsResponse(_message.Message):
    __slots__ = ("case_clients", "next_page_token")
    CASE_CLIENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    case_clients: _containers.RepeatedCompositeFieldContainer[CaseClient]
    next_page_token: str
    def __init__(self, case_clients: _Optional[_Iterable[_Union[CaseClient, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class SchemeProfile(_message.Message):
    __slots__ = ("name", "revision", "content", "approved", "settings", "proposed_by_other")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    APPROVED_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    PROPOSED_BY_OTHER_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: int
    content: str
    approved: bool
    settings: _scheme_profile_pb2.SchemeProfileSettings
    proposed_by_other: bool
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ..., content: _Optional[str] = ..., approved: _Optional[bool] = ..., settings: _Optional[_Union[_scheme_profile_pb2.SchemeProfileSettings, _Mapping]] = ..., proposed_by_other: _Optional[bool] = ...) -> None: ...

class ProposeSchemeProfileRequest(_message.Message):
    __slots__ = ("parent", "profile", "content", "settings")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    parent: str
    profile: str
    content: str
    settings: _scheme_profile_pb2.SchemeProfileSettings
    def __init__(self, parent: _Optional[str] = ..., profile: _Optional[str] = ..., content: _Optional[str] = ..., settings: _Optional[_Union[_scheme_profile_pb2.SchemeProfileSettings, _Mapping]] = ...) -> None: ...

class ApproveSchemeProfileRequest(_message.Message):
    __slots__ = ("name", "revision")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: int
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

class ListSchemeProfilesRequest(_message.Message):
    __slots__ = ("parent",)
    PARENT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    def __init__(self, parent: _Optional[str] = ...) -> None: ...

class ListSchemeProfilesResponse(_message.Message):
    __slots__ = ("scheme_profiles",)
    SCHEME_PROFILES_FIELD_NUMBER: _ClassVar[int]
    scheme_profiles: _containers.RepeatedCompositeFieldContainer[SchemeProfile]
    def __init__(self, scheme_profiles: _Optional[_Iterable[_Union[SchemeProfile, _Mapping]]] = ...) -> None: ...

class Scheme(_message.Message):
    __slots__ = ("profile", "display_name", "display_name_zh", "scorecards")
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_ZH_FIELD_NUMBER: _ClassVar[int]
    SCORECARDS_FIELD_NUMBER: _ClassVar[int]
    profile: str
    display_name: str
    display_name_zh: str
    scorecards: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, profile: _Optional[str] = ..., display_name: _Optional[str] = ..., display_name_zh: _Optional[str] = ..., scorecards: _Optional[_Iterable[str]] = ...) -> None: ...

class ListSchemesRequest(_message.Message):
    __slots__ = ("parent",)
    PARENT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    def __init__(self, parent: _Optional[str] = ...) -> None: ...

class ListSchemesResponse(_message.Message):
    __slots__ = ("schemes",)
    SCHEMES_FIELD_NUMBER: _ClassVar[int]
    schemes: _containers.RepeatedCompositeFieldContainer[Scheme]
    def __init__(self, schemes: _Optional[_Iterable[_Union[Scheme, _Mapping]]] = ...) -> None: ...

class CaseContent(_message.Message):
    __slots__ = ("scorecard", "scope", "sites", "outsourced", "agreement_digest", "team", "evaluation", "record_digest", "dossier_revision", "result", "report_digest", "conditions", "due_date", "first_date", "last_date", "number", "severity", "requirement", "statement", "evidence", "cause", "correction", "corrective_action", "method", "complainant", "outcome", "decision_digest", "holder", "registered_id", "public_reason", "scope_zh", "conditions_zh", "languages", "successor", "campaign", "predecessor", "transferred_from", "region_code", "dossier", "dossier_name", "fact", "previous_evaluation", "sampling", "profile_name", "site_sampling", "audit_time", "computed_time", "technical_areas", "renewed_sites", "cycle", "decision_date")
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    SITES_FIELD_NUMBER: _ClassVar[int]
    OUTSOURCED_FIELD_NUMBER: _ClassVar[int]
    AGREEMENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    TEAM_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    RECORD_DIGEST_FIELD_NUMBER: _ClassVar[int]
    DOSSIER_REVISION_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    REPORT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    CONDITIONS_FIELD_NUMBER: _ClassVar[int]
    DUE_DATE_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    REQUIREMENT_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    CORRECTION_FIELD_NUMBER: _ClassVar[int]
    CORRECTIVE_ACTION_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    COMPLAINANT_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    DECISION_DIGEST_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_REASON_FIELD_NUMBER: _ClassVar[int]
    SCOPE_ZH_FIELD_NUMBER: _ClassVar[int]
    CONDITIONS_ZH_FIELD_NUMBER: _ClassVar[int]
    LANGUAGES_FIELD_NUMBER: _ClassVar[int]
    SUCCESSOR_FIELD_NUMBER: _ClassVar[int]
    CAMPAIGN_FIELD_NUMBER: _ClassVar[int]
    PREDECESSOR_FIELD_NUMBER: _ClassVar[int]
    TRANSFERRED_FROM_FIELD_NUMBER: _ClassVar[int]
    REGION_CODE_FIELD_NUMBER: _ClassVar[int]
    DOSSIER_FIELD_NUMBER: _ClassVar[int]
    DOSSIER_NAME_FIELD_NUMBER: _ClassVar[int]
    FACT_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_EVALUATION_FIELD_NUMBER: _ClassVar[int]
    SAMPLING_FIELD_NUMBER: _ClassVar[int]
    PROFILE_NAME_FIELD_NUMBER: _ClassVar[int]
    SITE_SAMPLING_FIELD_NUMBER: _ClassVar[int]
    AUDIT_TIME_FIELD_NUMBER: _ClassVar[int]
    COMPUTED_TIME_FIELD_NUMBER: _ClassVar[int]
    TECHNICAL_AREAS_FIELD_NUMBER: _ClassVar[int]
    RENEWED_SITES_FIELD_NUMBER: _ClassVar[int]
    CYCLE_FIELD_NUMBER: _ClassVar[int]
    DECISION_DATE_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    scope: str
    sites: _containers.RepeatedScalarFieldContainer[str]
    outsourced: _containers.RepeatedScalarFieldContainer[str]
    agreement_digest: str
    team: _containers.RepeatedScalarFieldContainer[str]
    evaluation: str
    record_digest: str
    dossier_revision: str
    result: str
    report_digest: str
    conditions: _containers.RepeatedScalarFieldContainer[str]
    due_date: str
    first_date: str
    last_date: str
    number: str
    severity: str
    requirement: str
    statement: str
    evidence: _containers.RepeatedScalarFieldContainer[str]
    cause: str
    correction: str
    corrective_action: str
    method: str
    complainant: str
    outcome: str
    decision_digest: str
    holder: str
    registered_id: str
    public_reason: str
    scope_zh: str
    conditions_zh: _containers.RepeatedScalarFieldContainer[str]
    languages: _containers.RepeatedScalarFieldContainer[str]
    successor: str
    campaign: str
    predecessor: str
    transferred_from: str
    region_code: str
    dossier: _case_dossier_service_pb2.DossierContent
    dossier_name: str
    fact: str
    previous_evaluation: str
    sampling: CaseSampling
    profile_name: str
    site_sampling: _audit_plan_pb2.SiteSampling
    audit_time: _audit_plan_pb2.AuditTime
    computed_time: _audit_plan_pb2.AuditTimeResult
    technical_areas: _containers.RepeatedScalarFieldContainer[str]
    renewed_sites: _containers.RepeatedScalarFieldContainer[str]
    cycle: int
    decision_date: str
    def __init__(self, scorecard: _Optional[str] = ..., scope: _Optional[str] = ..., sites: _Optional[_Iterable[str]] = ..., outsourced: _Optional[_Iterable[str]] = ..., agreement_digest: _Optional[str] = ..., team: _Optional[_Iterable[str]] = ..., evaluation: _Optional[str] = ..., record_digest: _Optional[str] = ..., dossier_revision: _Optional[str] = ..., result: _Optional[str] = ..., report_digest: _Optional[str] = ..., conditions: _Optional[_Iterable[str]] = ..., due_date: _Optional[str] = ..., first_date: _Optional[str] = ..., last_date: _Optional[str] = ..., number: _Optional[str] = ..., severity: _Optional[str] = ..., requirement: _Optional[str] = ..., statement: _Optional[str] = ..., evidence: _Optional[_Iterable[str]] = ..., cause: _Optional[str] = ..., correction: _Optional[str] = ..., corrective_action: _Optional[str] = ..., method: _Optional[str] = ..., complainant: _Optional[str] = ..., outcome: _Optional[str] = ..., decision_digest: _Optional[str] = ..., holder: _Optional[str] = ..., registered_id: _Optional[str] = ..., public_reason: _Optional[str] = ..., scope_zh: _Optional[str] = ..., conditions_zh: _Optional[_Iterable[str]] = ..., languages: _Optional[_Iterable[str]] = ..., successor: _Optional[str] = ..., campaign: _Optional[str] = ..., predecessor: _Optional[str] = ..., transferred_from: _Optional[str] = ..., region_code: _Optional[str] = ..., dossier: _Optional[_Union[_case_dossier_service_pb2.DossierContent, _Mapping]] = ..., dossier_name: _Optional[str] = ..., fact: _Optional[str] = ..., previous_evaluation: _Optional[str] = ..., sampling: _Optional[_Union[CaseSampling, _Mapping]] = ..., profile_name: _Optional[str] = ..., site_sampling: _Optional[_Union[_audit_plan_pb2.SiteSampling, _Mapping]] = ..., audit_time: _Optional[_Union[_audit_plan_pb2.AuditTime, _Mapping]] = ..., computed_time: _Optional[_Union[_audit_plan_pb2.AuditTimeResult, _Mapping]] = ..., technical_areas: _Optional[_Iterable[str]] = ..., renewed_sites: _Optional[_Iterable[str]] = ..., cycle: _Optional[int] = ..., decision_date: _Optional[str] = ...) -> None: ...

class CaseSampling(_message.Message):
    __slots__ = ("rule", "population", "least", "sites", "algorithm", "audit", "method", "seed", "new_sites", "visited_in_year", "sampled_groups", "central_function", "conditions", "groups", "excluded", "adjustments", "selected", "seed_step")
    RULE_FIELD_NUMBER: _ClassVar[int]
    POPULATION_FIELD_NUMBER: _ClassVar[int]
    LEAST_FIELD_NUMBER: _ClassVar[int]
    SITES_FIELD_NUMBER: _ClassVar[int]
    ALGORITHM_FIELD_NUMBER: _ClassVar[int]
    AUDIT_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    NEW_SITES_FIELD_NUMBER: _ClassVar[int]
    VISITED_IN_YEAR_FIELD_NUMBER: _ClassVar[int]
    SAMPLED_GROUPS_FIELD_NUMBER: _ClassVar[int]
    CENTRAL_FUNCTION_FIELD_NUMBER: _ClassVar[int]
    CONDITIONS_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_FIELD_NUMBER: _ClassVar[int]
    ADJUSTMENTS_FIELD_NUMBER: _ClassVar[int]
    SELECTED_FIELD_NUMBER: _ClassVar[int]
    SEED_STEP_FIELD_NUMBER: _ClassVar[int]
    rule: str
    population: _containers.RepeatedScalarFieldContainer[str]
    least: str
    sites: _containers.RepeatedScalarFieldContainer[str]
    algorithm: str
    audit: str
    method: str
    seed: str
    new_sites: _containers.RepeatedScalarFieldContainer[str]
    visited_in_year: _containers.RepeatedScalarFieldContainer[str]
    sampled_groups: _containers.RepeatedCompositeFieldContainer[_audit_plan_pb2.SampledGroup]
    central_function: str
    conditions: _containers.RepeatedCompositeFieldContainer[_audit_plan_pb2.SamplingCondition]
    groups: _containers.RepeatedCompositeFieldContainer[_audit_plan_pb2.SiteGroup]
    excluded: _containers.RepeatedCompositeFieldContainer[_audit_plan_pb2.ExcludedSite]
    adjustments: _containers.RepeatedCompositeFieldContainer[_audit_plan_pb2.SampleAdjustment]
    selected: _containers.RepeatedCompositeFieldContainer[_audit_plan_pb2.SelectedSite]
    seed_step: int
    def __init__(self, rule: _Optional[str] = ..., population: _Optional[_Iterable[str]] = ..., least: _Optional[str] = ..., sites: _Optional[_Iterable[str]] = ..., algorithm: _Optional[str] = ..., audit: _Optional[str] = ..., method: _Optional[str] = ..., seed: _Optional[str] = ..., new_sites: _Optional[_Iterable[str]] = ..., visited_in_year: _Optional[_Iterable[str]] = ..., sampled_groups: _Optional[_Iterable[_Union[_audit_plan_pb2.SampledGroup, _Mapping]]] = ..., central_function: _Optional[str] = ..., conditions: _Optional[_Iterable[_Union[_audit_plan_pb2.SamplingCondition, _Mapping]]] = ..., groups: _Optional[_Iterable[_Union[_audit_plan_pb2.SiteGroup, _Mapping]]] = ..., excluded: _Optional[_Iterable[_Union[_audit_plan_pb2.ExcludedSite, _Mapping]]] = ..., adjustments: _Optional[_Iterable[_Union[_audit_plan_pb2.SampleAdjustment, _Mapping]]] = ..., selected: _Optional[_Iterable[_Union[_audit_plan_pb2.SelectedSite, _Mapping]]] = ..., seed_step: _Optional[int] = ...) -> None: ...

class CaseStep(_message.Message):
    __slots__ = ("number", "item", "step", "from_state", "to_state", "function", "person", "account", "step_time", "reason", "content")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    FROM_STATE_FIELD_NUMBER: _ClassVar[int]
    TO_STATE_FIELD_NUMBER: _ClassVar[int]
    FUNCTION_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    STEP_TIME_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    number: int
    item: str
    step: str
    from_state: str
    to_state: str
    function: str
    person: str
    account: str
    step_time: _timestamp_pb2.Timestamp
    reason: str
    content: CaseContent
    def __init__(self, number: _Optional[int] = ..., item: _Optional[str] = ..., step: _Optional[str] = ..., from_state: _Optional[str] = ..., to_state: _Optional[str] = ..., function: _Optional[str] = ..., person: _Optional[str] = ..., account: _Optional[str] = ..., step_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., reason: _Optional[str] = ..., content: _Optional[_Union[CaseContent, _Mapping]] = ...) -> None: ...

class CaseItem(_message.Message):
    __slots__ = ("item", "state", "content")
    ITEM_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    item: str
    state: str
    content: CaseContent
    def __init__(self, item: _Optional[str] = ..., state: _Optional[str] = ..., content: _Optional[_Union[CaseContent, _Mapping]] = ...) -> None: ...

class NextCaseStep(_message.Message):
    __slots__ = ("item", "step", "roles", "function", "needs", "persons", "signer_count", "hindrance", "evaluations")
    ITEM_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    FUNCTION_FIELD_NUMBER: _ClassVar[int]
    NEEDS_FIELD_NUMBER: _ClassVar[int]
    PERSONS_FIELD_NUMBER: _ClassVar[int]
    SIGNER_COUNT_FIELD_NUMBER: _ClassVar[int]
    HINDRANCE_FIELD_NUMBER: _ClassVar[int]
    EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    item: str
    step: str
    roles: _containers.RepeatedScalarFieldContainer[str]
    function: str
    needs: _containers.RepeatedScalarFieldContainer[str]
    persons: _containers.RepeatedScalarFieldContainer[str]
    signer_count: int
    hindrance: str
    evaluations: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, item: _Optional[str] = ..., step: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ..., function: _Optional[str] = ..., needs: _Optional[_Iterable[str]] = ..., persons: _Optional[_Iterable[str]] = ..., signer_count: _Optional[int] = ..., hindrance: _Optional[str] = ..., evaluations: _Optional[_Iterable[str]] = ...) -> None: ...

class DecisionCheck(_message.Message):
    __slots__ = ("item", "check", "passed", "in_the_way", "problem")
    ITEM_FIELD_NUMBER: _ClassVar[int]
    CHECK_FIELD_NUMBER: _ClassVar[int]
    PASSED_FIELD_NUMBER: _ClassVar[int]
    IN_THE_WAY_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    item: str
    check: str
    passed: bool
    in_the_way: bool
    problem: str
    def __init__(self, item: _Optional[str] = ..., check: _Optional[str] = ..., passed: _Optional[bool] = ..., in_the_way: _Optional[bool] = ..., problem: _Optional[str] = ...) -> None: ...

class Case(_message.Message):
    __slots__ = ("name", "state", "revision", "client", "subject", "profile", "profile_revision", "content", "items", "steps", "next_steps", "create_time", "as_of_date", "time_zone", "decision_checks", "client_display_name", "newer_profile_name", "certificate_state")
    NAME_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    PROFILE_REVISION_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    NEXT_STEPS_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    TIME_ZONE_FIELD_NUMBER: _ClassVar[int]
    DECISION_CHECKS_FIELD_NUMBER: _ClassVar[int]
    CLIENT_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    NEWER_PROFILE_NAME_FIELD_NUMBER: _ClassVar[int]
    CERTIFICATE_STATE_FIELD_NUMBER: _ClassVar[int]
    name: str
    state: str
    revision: int
    client: str
    subject: str
    profile: str
    profile_revision: int
    content: CaseContent
    items: _containers.RepeatedCompositeFieldContainer[CaseItem]
    steps: _containers.RepeatedCompositeFieldContainer[CaseStep]
    next_steps: _containers.RepeatedCompositeFieldContainer[NextCaseStep]
    create_time: _timestamp_pb2.Timestamp
    as_of_date: str
    time_zone: str
    decision_checks: _containers.RepeatedCompositeFieldContainer[DecisionCheck]
    client_display_name: str
    newer_profile_name: str
    certificate_state: str
    def __init__(self, name: _Optional[str] = ..., state: _Optional[str] = ..., revision: _Optional[int] = ..., client: _Optional[str] = ..., subject: _Optional[str] = ..., profile: _Optional[str] = ..., profile_revision: _Optional[int] = ..., content: _Optional[_Union[CaseContent, _Mapping]] = ..., items: _Optional[_Iterable[_Union[CaseItem, _Mapping]]] = ..., steps: _Optional[_Iterable[_Union[CaseStep, _Mapping]]] = ..., next_steps: _Optional[_Iterable[_Union[NextCaseStep, _Mapping]]] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., as_of_date: _Optional[str] = ..., time_zone: _Optional[str] = ..., decision_checks: _Optional[_Iterable[_Union[DecisionCheck, _Mapping]]] = ..., client_display_name: _Optional[str] = ..., newer_profile_name: _Optional[str] = ..., certificate_state: _Optional[str] = ...) -> None: ...

class CreateCaseRequest(_message.Message):
    __slots__ = ("parent", "case_id", "client", "subject", "profile", "content", "person")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    CASE_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    parent: str
    case_id: str
    client: str
    subject: str
    profile: str
    content: CaseContent
    person: str
    def __init__(self, parent: _Optional[str] = ..., case_id: _Optional[str] = ..., client: _Optional[str] = ..., subject: _Optional[str] = ..., profile: _Optional[str] = ..., content: _Optional[_Union[CaseContent, _Mapping]] = ..., person: _Optional[str] = ...) -> None: ...

class GetCaseRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListCasesRequest(_message.Message):
    __slots__ = ("parent", "state", "client_id", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    state: str
    client_id: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., state: _Optional[str] = ..., client_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListCasesResponse(_message.Message):
    __slots__ = ("cases", "next_page_token")
    CASES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    cases: _containers.RepeatedCompositeFieldContainer[Case]
    next_page_token: str
    def __init__(self, cases: _Optional[_Iterable[_Union[Case, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class TakeCaseStepRequest(_message.Message):
    __slots__ = ("name", "item", "step", "revision", "reason", "content", "person", "signed_decision")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    SIGNED_DECISION_FIELD_NUMBER: _ClassVar[int]
    name: str
    item: str
    step: str
    revision: int
    reason: str
    content: CaseContent
    person: str
    signed_decision: bytes
    def __init__(self, name: _Optional[str] = ..., item: _Optional[str] = ..., step: _Optional[str] = ..., revision: _Optional[int] = ..., reason: _Optional[str] = ..., content: _Optional[_Union[CaseContent, _Mapping]] = ..., person: _Optional[str] = ..., signed_decision: _Optional[bytes] = ...) -> None: ...

class PrepareCaseDecisionRequest(_message.Message):
    __slots__ = ("name", "item", "step", "revision", "reason", "content", "person", "other_deciders", "passkey")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    OTHER_DECIDERS_FIELD_NUMBER: _ClassVar[int]
    PASSKEY_FIELD_NUMBER: _ClassVar[int]
    name: str
    item: str
    step: str
    revision: int
    reason: str
    content: CaseContent
    person: str
    other_deciders: _containers.RepeatedScalarFieldContainer[str]
    passkey: bool
    def __init__(self, name: _Optional[str] = ..., item: _Optional[str] = ..., step: _Optional[str] = ..., revision: _Optional[int] = ..., reason: _Optional[str] = ..., content: _Optional[_Union[CaseContent, _Mapping]] = ..., person: _Optional[str] = ..., other_deciders: _Optional[_Iterable[str]] = ..., passkey: _Optional[bool] = ...) -> None: ...

class CaseDecision(_message.Message):
    __slots__ = ("statement", "digest", "nonce", "challenge")
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    CHALLENGE_FIELD_NUMBER: _ClassVar[int]
    statement: bytes
    digest: str
    nonce: str
    challenge: bytes
    def __init__(self, statement: _Optional[bytes] = ..., digest: _Optional[str] = ..., nonce: _Optional[str] = ..., challenge: _Optional[bytes] = ...) -> None: ...

class GetCertificateFileRequest(_message.Message):
    __slots__ = ("name", "item", "kind")
    class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        KIND_UNSPECIFIED: _ClassVar[GetCertificateFileRequest.Kind]
        KIND_PAPER: _ClassVar[GetCertificateFileRequest.Kind]
        KIND_CREDENTIAL: _ClassVar[GetCertificateFileRequest.Kind]
        KIND_DECISION: _ClassVar[GetCertificateFileRequest.Kind]
        KIND_BUNDLE: _ClassVar[GetCertificateFileRequest.Kind]
        KIND_FACTS: _ClassVar[GetCertificateFileRequest.Kind]
        KIND_EXTRACT: _ClassVar[GetCertificateFileRequest.Kind]
        KIND_SIGNED_PAPER: _ClassVar[GetCertificateFileRequest.Kind]
    KIND_UNSPECIFIED: GetCertificateFileRequest.Kind
    KIND_PAPER: GetCertificateFileRequest.Kind
    KIND_CREDENTIAL: GetCertificateFileRequest.Kind
    KIND_DECISION: GetCertificateFileRequest.Kind
    KIND_BUNDLE: GetCertificateFileRequest.Kind
    KIND_FACTS: GetCertificateFileRequest.Kind
    KIND_EXTRACT: GetCertificateFileRequest.Kind
    KIND_SIGNED_PAPER: GetCertificateFileRequest.Kind
    NAME_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    name: str
    item: str
    kind: GetCertificateFileRequest.Kind
    def __init__(self, name: _Optional[str] = ..., item: _Optional[str] = ..., kind: _Optional[_Union[GetCertificateFileRequest.Kind, str]] = ...) -> None: ...

class CertificateFile(_message.Message):
    __slots__ = ("number", "edition", "file_name", "media_type", "content", "digest", "state", "signature_level", "signature_problem", "signature_renew_date")
    class SignatureLevel(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        SIGNATURE_LEVEL_UNSPECIFIED: _ClassVar[CertificateFile.SignatureLevel]
        SIGNATURE_LEVEL_B_B: _ClassVar[CertificateFile.SignatureLevel]
        SIGNATURE_LEVEL_B_T: _ClassVar[CertificateFile.SignatureLevel]
        SIGNATURE_LEVEL_B_LTA: _ClassVar[CertificateFile.SignatureLevel]
    SIGNATURE_LEVEL_UNSPECIFIED: CertificateFile.SignatureLevel
    SIGNATURE_LEVEL_B_B: CertificateFile.SignatureLevel
    SIGNATURE_LEVEL_B_T: CertificateFile.SignatureLevel
    SIGNATURE_LEVEL_B_LTA: CertificateFile.SignatureLevel
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    EDITION_FIELD_NUMBER: _ClassVar[int]
    FILE_NAME_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_LEVEL_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_PROBLEM_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_RENEW_DATE_FIELD_NUMBER: _ClassVar[int]
    number: str
    edition: int
    file_name: str
    media_type: str
    content: bytes
    digest: str
    state: str
    signature_level: CertificateFile.SignatureLevel
    signature_problem: str
    signature_renew_date: str
    def __init__(self, number: _Optional[str] = ..., edition: _Optional[int] = ..., file_name: _Optional[str] = ..., media_type: _Optional[str] = ..., content: _Optional[bytes] = ..., digest: _Optional[str] = ..., state: _Optional[str] = ..., signature_level: _Optional[_Union[CertificateFile.SignatureLevel, str]] = ..., signature_problem: _Optional[str] = ..., signature_renew_date: _Optional[str] = ...) -> None: ...

class RenewCertificateSignaturesRequest(_message.Message):
    __slots__ = ("parent", "before_date", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    BEFORE_DATE_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    before_date: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., before_date: _Optional[str] = ..., validate_only: _Optional[bool] = ...) -> None: ...

class RenewCertificateSignaturesResponse(_message.Message):
    __slots__ = ("signatures", "due_count")
    SIGNATURES_FIELD_NUMBER: _ClassVar[int]
    DUE_COUNT_FIELD_NUMBER: _ClassVar[int]
    signatures: _containers.RepeatedCompositeFieldContainer[CertificateSignature]
    due_count: int
    def __init__(self, signatures: _Optional[_Iterable[_Union[CertificateSignature, _Mapping]]] = ..., due_count: _Optional[int] = ...) -> None: ...

class CertificateSignature(_message.Message):
    __slots__ = ("number", "edition", "level", "problem", "renew_date")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    EDITION_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    RENEW_DATE_FIELD_NUMBER: _ClassVar[int]
    number: str
    edition: int
    level: CertificateFile.SignatureLevel
    problem: str
    renew_date: str
    def __init__(self, number: _Optional[str] = ..., edition: _Optional[int] = ..., level: _Optional[_Union[CertificateFile.SignatureLevel, str]] = ..., problem: _Optional[str] = ..., renew_date: _Optional[str] = ...) -> None: ...

class GetIssuerFileRequest(_message.Message):
    __slots__ = ("parent", "kind")
    class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        KIND_UNSPECIFIED: _ClassVar[GetIssuerFileRequest.Kind]
        KIND_DID_DOCUMENT: _ClassVar[GetIssuerFileRequest.Kind]
        KIND_SUSPENSION_LIST: _ClassVar[GetIssuerFileRequest.Kind]
        KIND_REVOCATION_LIST: _ClassVar[GetIssuerFileRequest.Kind]
    KIND_UNSPECIFIED: GetIssuerFileRequest.Kind
    KIND_DID_DOCUMENT: GetIssuerFileRequest.Kind
    KIND_SUSPENSION_LIST: GetIssuerFileRequest.Kind
    KIND_REVOCATION_LIST: GetIssuerFileRequest.Kind
    PARENT_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    parent: str
    kind: GetIssuerFileRequest.Kind
    def __init__(self, parent: _Optional[str] = ..., kind: _Optional[_Union[GetIssuerFileRequest.Kind, str]] = ...) -> None: ...

class IssuerFile(_message.Message):
    __slots__ = ("address", "media_type", "content")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    address: str
    media_type: str
    content: bytes
    def __init__(self, address: _Optional[str] = ..., media_type: _Optional[str] = ..., content: _Optional[bytes] = ...) -> None: ...

class ListedCaseItem(_message.Message):
    __slots__ = ("case_name", "client", "client_display_name", "item", "as_of_date", "due_date")
    CASE_NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    DUE_DATE_FIELD_NUMBER: _ClassVar[int]
    case_name: str
    client: str
    client_display_name: str
    item: CaseItem
    as_of_date: str
    due_date: str
    def __init__(self, case_name: _Optional[str] = ..., client: _Optional[str] = ..., client_display_name: _Optional[str] = ..., item: _Optional[_Union[CaseItem, _Mapping]] = ..., as_of_date: _Optional[str] = ..., due_date: _Optional[str] = ...) -> None: ...

class ListCaseItemsRequest(_message.Message):
    __slots__ = ("parent", "kind", "states", "page_size", "page_token", "severities", "last_date", "overdue", "order_by")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATES_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    SEVERITIES_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    ORDER_BY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    kind: str
    states: _containers.RepeatedScalarFieldContainer[str]
    page_size: int
    page_token: str
    severities: _containers.RepeatedScalarFieldContainer[str]
    last_date: str
    overdue: bool
    order_by: str
    def __init__(self, parent: _Optional[str] = ..., kind: _Optional[str] = ..., states: _Optional[_Iterable[str]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., severities: _Optional[_Iterable[str]] = ..., last_date: _Optional[str] = ..., overdue: _Optional[bool] = ..., order_by: _Optional[str] = ...) -> None: ...

class ListCaseItemsResponse(_message.Message):
    __slots__ = ("case_items", "next_page_token")
    CASE_ITEMS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    case_items: _containers.RepeatedCompositeFieldContainer[ListedCaseItem]
    next_page_token: str
    def __init__(self, case_items: _Optional[_Iterable[_Union[ListedCaseItem, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class DueItem(_message.Message):
    __slots__ = ("due_date", "case_name", "item", "state", "kind", "step_time", "as_of_date", "client_display_name", "case_person")
    DUE_DATE_FIELD_NUMBER: _ClassVar[int]
    CASE_NAME_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STEP_TIME_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    CASE_PERSON_FIELD_NUMBER: _ClassVar[int]
    due_date: str
    case_name: str
    item: str
    state: str
    kind: str
    step_time: _timestamp_pb2.Timestamp
    as_of_date: str
    client_display_name: str
    case_person: str
    def __init__(self, due_date: _Optional[str] = ..., case_name: _Optional[str] = ..., item: _Optional[str] = ..., state: _Optional[str] = ..., kind: _Optional[str] = ..., step_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., as_of_date: _Optional[str] = ..., client_display_name: _Optional[str] = ..., case_person: _Optional[str] = ...) -> None: ...

class CountCasesRequest(_message.Message):
    __slots__ = ("parent", "last_date")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    last_date: str
    def __init__(self, parent: _Optional[str] = ..., last_date: _Optional[str] = ...) -> None: ...

class CaseCount(_message.Message):
    __slots__ = ("state", "profile", "case_count")
    STATE_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    CASE_COUNT_FIELD_NUMBER: _ClassVar[int]
    state: str
    profile: str
    case_count: int
    def __init__(self, state: _Optional[str] = ..., profile: _Optional[str] = ..., case_count: _Optional[int] = ...) -> None: ...

class FindingCount(_message.Message):
    __slots__ = ("severity", "finding_count")
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    FINDING_COUNT_FIELD_NUMBER: _ClassVar[int]
    severity: str
    finding_count: int
    def __init__(self, severity: _Optional[str] = ..., finding_count: _Optional[int] = ...) -> None: ...

class CountCasesResponse(_message.Message):
    __slots__ = ("case_counts", "finding_counts", "ending_certificate_count", "last_date")
    CASE_COUNTS_FIELD_NUMBER: _ClassVar[int]
    FINDING_COUNTS_FIELD_NUMBER: _ClassVar[int]
    ENDING_CERTIFICATE_COUNT_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    case_counts: _containers.RepeatedCompositeFieldContainer[CaseCount]
    finding_counts: _containers.RepeatedCompositeFieldContainer[FindingCount]
    ending_certificate_count: int
    last_date: str
    def __init__(self, case_counts: _Optional[_Iterable[_Union[CaseCount, _Mapping]]] = ..., finding_counts: _Optional[_Iterable[_Union[FindingCount, _Mapping]]] = ..., ending_certificate_count: _Optional[int] = ..., last_date: _Optional[str] = ...) -> None: ...

class SearchRequest(_message.Message):
    __slots__ = ("parent", "search", "kinds", "most_of_kind")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SEARCH_FIELD_NUMBER: _ClassVar[int]
    KINDS_FIELD_NUMBER: _ClassVar[int]
    MOST_OF_KIND_FIELD_NUMBER: _ClassVar[int]
    parent: str
    search: str
    kinds: _containers.RepeatedScalarFieldContainer[SearchResult.Kind]
    most_of_kind: int
    def __init__(self, parent: _Optional[str] = ..., search: _Optional[str] = ..., kinds: _Optional[_Iterable[_Union[SearchResult.Kind, str]]] = ..., most_of_kind: _Optional[int] = ...) -> None: ...

class SearchResult(_message.Message):
    __slots__ = ("kind", "title", "id", "case_name", "item", "state", "client_display_name", "severity", "due_date", "issuer", "certificate_state")
    class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        KIND_UNSPECIFIED: _ClassVar[SearchResult.Kind]
        KIND_CASE: _ClassVar[SearchResult.Kind]
        KIND_CLIENT: _ClassVar[SearchResult.Kind]
        KIND_CERTIFICATE: _ClassVar[SearchResult.Kind]
        KIND_FINDING: _ClassVar[SearchResult.Kind]
        KIND_EVIDENCE: _ClassVar[SearchResult.Kind]
        KIND_PERSON: _ClassVar[SearchResult.Kind]
    KIND_UNSPECIFIED: SearchResult.Kind
    KIND_CASE: SearchResult.Kind
    KIND_CLIENT: SearchResult.Kind
    KIND_CERTIFICATE: SearchResult.Kind
    KIND_FINDING: SearchResult.Kind
    KIND_EVIDENCE: SearchResult.Kind
    KIND_PERSON: SearchResult.Kind
    KIND_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    CASE_NAME_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    DUE_DATE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    CERTIFICATE_STATE_FIELD_NUMBER: _ClassVar[int]
    kind: SearchResult.Kind
    title: str
    id: str
    case_name: str
    item: str
    state: str
    client_display_name: str
    severity: str
    due_date: str
    issuer: str
    certificate_state: str
    def __init__(self, kind: _Optional[_Union[SearchResult.Kind, str]] = ..., title: _Optional[str] = ..., id: _Optional[str] = ..., case_name: _Optional[str] = ..., item: _Optional[str] = ..., state: _Optional[str] = ..., client_display_name: _Optional[str] = ..., severity: _Optional[str] = ..., due_date: _Optional[str] = ..., issuer: _Optional[str] = ..., certificate_state: _Optional[str] = ...) -> None: ...

class SearchResponse(_message.Message):
    __slots__ = ("search_results", "cut_kinds")
    SEARCH_RESULTS_FIELD_NUMBER: _ClassVar[int]
    CUT_KINDS_FIELD_NUMBER: _ClassVar[int]
    search_results: _containers.RepeatedCompositeFieldContainer[SearchResult]
    cut_kinds: _containers.RepeatedScalarFieldContainer[SearchResult.Kind]
    def __init__(self, search_results: _Optional[_Iterable[_Union[SearchResult, _Mapping]]] = ..., cut_kinds: _Optional[_Iterable[_Union[SearchResult.Kind, str]]] = ...) -> None: ...

class WorkItem(_message.Message):
    __slots__ = ("case_name", "item", "state", "steps", "due_kind", "due_date", "as_of_date", "step_time", "client_display_name", "profile", "mine", "without_person")
    CASE_NAME_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    DUE_KIND_FIELD_NUMBER: _ClassVar[int]
    DUE_DATE_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    STEP_TIME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    MINE_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_PERSON_FIELD_NUMBER: _ClassVar[int]
    case_name: str
    item: str
    state: str
    steps: _containers.RepeatedCompositeFieldContainer[NextCaseStep]
    due_kind: str
    due_date: str
    as_of_date: str
    step_time: _timestamp_pb2.Timestamp
    client_display_name: str
    profile: str
    mine: bool
    without_person: bool
    def __init__(self, case_name: _Optional[str] = ..., item: _Optional[str] = ..., state: _Optional[str] = ..., steps: _Optional[_Iterable[_Union[NextCaseStep, _Mapping]]] = ..., due_kind: _Optional[str] = ..., due_date: _Optional[str] = ..., as_of_date: _Optional[str] = ..., step_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., client_display_name: _Optional[str] = ..., profile: _Optional[str] = ..., mine: _Optional[bool] = ..., without_person: _Optional[bool] = ...) -> None: ...

class ListMyWorkRequest(_message.Message):
    __slots__ = ("parent", "with_others", "page_size", "page_token", "only_others")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    WITH_OTHERS_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    ONLY_OTHERS_FIELD_NUMBER: _ClassVar[int]
    parent: str
    with_others: bool
    page_size: int
    page_token: str
    only_others: bool
    def __init__(self, parent: _Optional[str] = ..., with_others: _Optional[bool] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., only_others: _Optional[bool] = ...) -> None: ...

class ListMyWorkResponse(_message.Message):
    __slots__ = ("work_items", "next_page_token")
    WORK_ITEMS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    work_items: _containers.RepeatedCompositeFieldContainer[WorkItem]
    next_page_token: str
    def __init__(self, work_items: _Optional[_Iterable[_Union[WorkItem, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ListDueItemsRequest(_message.Message):
    __slots__ = ("parent", "last_date", "page_size", "page_token", "kind")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    parent: str
    last_date: str
    page_size: int
    page_token: str
    kind: str
    def __init__(self, parent: _Optional[str] = ..., last_date: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., kind: _Optional[str] = ...) -> None: ...

class ListDueItemsResponse(_message.Message):
    __slots__ = ("due_items", "next_page_token")
    DUE_ITEMS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    due_items: _containers.RepeatedCompositeFieldContainer[DueItem]
    next_page_token: str
    def __init__(self, due_items: _Optional[_Iterable[_Union[DueItem, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...
