from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from touchstone.v1 import scheme_profile_pb2 as _scheme_profile_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetReadinessRequest(_message.Message):
    __slots__ = ("parent", "language_code")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    language_code: str
    def __init__(self, parent: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class Readiness(_message.Message):
    __slots__ = ("ready", "steps", "certification_body")
    READY_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    CERTIFICATION_BODY_FIELD_NUMBER: _ClassVar[int]
    ready: bool
    steps: _containers.RepeatedCompositeFieldContainer[ReadinessStep]
    certification_body: CertificationBody
    def __init__(self, ready: _Optional[bool] = ..., steps: _Optional[_Iterable[_Union[ReadinessStep, _Mapping]]] = ..., certification_body: _Optional[_Union[CertificationBody, _Mapping]] = ...) -> None: ...

class ReadinessStep(_message.Message):
    __slots__ = ("step", "state", "needed", "waits_for", "summary", "missing", "advised", "setting")
    class State(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        STATE_UNSPECIFIED: _ClassVar[ReadinessStep.State]
        STATE_DONE: _ClassVar[ReadinessStep.State]
        STATE_STARTED: _ClassVar[ReadinessStep.State]
        STATE_TO_DO: _ClassVar[ReadinessStep.State]
        STATE_WAITING: _ClassVar[ReadinessStep.State]
    STATE_UNSPECIFIED: ReadinessStep.State
    STATE_DONE: ReadinessStep.State
    STATE_STARTED: ReadinessStep.State
    STATE_TO_DO: ReadinessStep.State
    STATE_WAITING: ReadinessStep.State
    STEP_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    NEEDED_FIELD_NUMBER: _ClassVar[int]
    WAITS_FOR_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    ADVISED_FIELD_NUMBER: _ClassVar[int]
    SETTING_FIELD_NUMBER: _ClassVar[int]
    step: str
    state: ReadinessStep.State
    needed: bool
    waits_for: _containers.RepeatedScalarFieldContainer[str]
    summary: str
    missing: _containers.RepeatedScalarFieldContainer[str]
    advised: _containers.RepeatedScalarFieldContainer[str]
    setting: str
    def __init__(self, step: _Optional[str] = ..., state: _Optional[_Union[ReadinessStep.State, str]] = ..., needed: _Optional[bool] = ..., waits_for: _Optional[_Iterable[str]] = ..., summary: _Optional[str] = ..., missing: _Optional[_Iterable[str]] = ..., advised: _Optional[_Iterable[str]] = ..., setting: _Optional[str] = ...) -> None: ...

class CertificationBody(_message.Message):
    __slots__ = ("display_name", "display_name_zh", "registered_id", "id", "did", "address", "governing_language")
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_ZH_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_ID_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    DID_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    GOVERNING_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    display_name: str
    display_name_zh: str
    registered_id: str
    id: str
    did: str
    address: str
    governing_language: str
    def __init__(self, display_name: _Optional[str] = ..., display_name_zh: _Optional[str] = ..., registered_id: _Optional[str] = ..., id: _Optional[str] = ..., did: _Optional[str] = ..., address: _Optional[str] = ..., governing_language: _Optional[str] = ...) -> None: ...

class SaveCertificationBodyRequest(_message.Message):
    __slots__ = ("parent", "certification_body")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    CERTIFICATION_BODY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    certification_body: CertificationBody
    def __init__(self, parent: _Optional[str] = ..., certification_body: _Optional[_Union[CertificationBody, _Mapping]] = ...) -> None: ...

class CreateIssuingKeyRequest(_message.Message):
    __slots__ = ("parent",)
    PARENT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    def __init__(self, parent: _Optional[str] = ...) -> None: ...

class IssuingKey(_message.Message):
    __slots__ = ("method_id", "public_key", "did_address")
    METHOD_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    DID_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    method_id: str
    public_key: str
    did_address: str
    def __init__(self, method_id: _Optional[str] = ..., public_key: _Optional[str] = ..., did_address: _Optional[str] = ...) -> None: ...

class PreviewSchemeProfileRequest(_message.Message):
    __slots__ = ("parent", "settings", "language_code")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    settings: _scheme_profile_pb2.SchemeProfileSettings
    language_code: str
    def __init__(self, parent: _Optional[str] = ..., settings: _Optional[_Union[_scheme_profile_pb2.SchemeProfileSettings, _Mapping]] = ..., language_code: _Optional[str] = ...) -> None: ...

class SchemeProfilePreview(_message.Message):
    __slots__ = ("content", "example_number", "cards", "problems")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    EXAMPLE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    CARDS_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    content: str
    example_number: str
    cards: _containers.RepeatedCompositeFieldContainer[ProfileCard]
    problems: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, content: _Optional[str] = ..., example_number: _Optional[str] = ..., cards: _Optional[_Iterable[_Union[ProfileCard, _Mapping]]] = ..., problems: _Optional[_Iterable[str]] = ...) -> None: ...

class ProfileCard(_message.Message):
    __slots__ = ("card", "titles", "version", "fact_count", "results", "own_readings")
    class TitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    CARD_FIELD_NUMBER: _ClassVar[int]
    TITLES_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    FACT_COUNT_FIELD_NUMBER: _ClassVar[int]
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    OWN_READINGS_FIELD_NUMBER: _ClassVar[int]
    card: str
    titles: _containers.ScalarMap[str, str]
    version: str
    fact_count: int
    results: _containers.RepeatedCompositeFieldContainer[ProfileResult]
    own_readings: _containers.RepeatedCompositeFieldContainer[OwnReading]
    def __init__(self, card: _Optional[str] = ..., titles: _Optional[_Mapping[str, str]] = ..., version: _Optional[str] = ..., fact_count: _Optional[int] = ..., results: _Optional[_Iterable[_Union[ProfileResult, _Mapping]]] = ..., own_readings: _Optional[_Iterable[_Union[OwnReading, _Mapping]]] = ...) -> None: ...

class ProfileResult(_message.Message):
    __slots__ = ("titles",)
    class TitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    TITLES_FIELD_NUMBER: _ClassVar[int]
    titles: _containers.ScalarMap[str, str]
    def __init__(self, titles: _Optional[_Mapping[str, str]] = ...) -> None: ...

class OwnReading(_message.Message):
    __slots__ = ("reading", "basis", "accepted")
    READING_FIELD_NUMBER: _ClassVar[int]
    BASIS_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_FIELD_NUMBER: _ClassVar[int]
    reading: str
    basis: str
    accepted: bool
    def __init__(self, reading: _Optional[str] = ..., basis: _Optional[str] = ..., accepted: _Optional[bool] = ...) -> None: ...
