import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class MailMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MAIL_MODE_UNSPECIFIED: _ClassVar[MailMode]
    MAIL_MODE_AT_ONCE: _ClassVar[MailMode]
    MAIL_MODE_DAILY: _ClassVar[MailMode]
    MAIL_MODE_OFF: _ClassVar[MailMode]

class MailAddressState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MAIL_ADDRESS_STATE_UNSPECIFIED: _ClassVar[MailAddressState]
    MAIL_ADDRESS_STATE_UNCONFIRMED: _ClassVar[MailAddressState]
    MAIL_ADDRESS_STATE_CONFIRMED: _ClassVar[MailAddressState]
    MAIL_ADDRESS_STATE_FAILING: _ClassVar[MailAddressState]

class MailMessageState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MAIL_MESSAGE_STATE_UNSPECIFIED: _ClassVar[MailMessageState]
    MAIL_MESSAGE_STATE_WAITING: _ClassVar[MailMessageState]
    MAIL_MESSAGE_STATE_SENT: _ClassVar[MailMessageState]
    MAIL_MESSAGE_STATE_FAILED: _ClassVar[MailMessageState]
    MAIL_MESSAGE_STATE_BOUNCED: _ClassVar[MailMessageState]
    MAIL_MESSAGE_STATE_STOPPED: _ClassVar[MailMessageState]
MAIL_MODE_UNSPECIFIED: MailMode
MAIL_MODE_AT_ONCE: MailMode
MAIL_MODE_DAILY: MailMode
MAIL_MODE_OFF: MailMode
MAIL_ADDRESS_STATE_UNSPECIFIED: MailAddressState
MAIL_ADDRESS_STATE_UNCONFIRMED: MailAddressState
MAIL_ADDRESS_STATE_CONFIRMED: MailAddressState
MAIL_ADDRESS_STATE_FAILING: MailAddressState
MAIL_MESSAGE_STATE_UNSPECIFIED: MailMessageState
MAIL_MESSAGE_STATE_WAITING: MailMessageState
MAIL_MESSAGE_STATE_SENT: MailMessageState
MAIL_MESSAGE_STATE_FAILED: MailMessageState
MAIL_MESSAGE_STATE_BOUNCED: MailMessageState
MAIL_MESSAGE_STATE_STOPPED: MailMessageState

class MailPreference(_message.Message):
    __slots__ = ("kind", "mode")
    KIND_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    kind: str
    mode: MailMode
    def __init__(self, kind: _Optional[str] = ..., mode: _Optional[_Union[MailMode, str]] = ...) -> None: ...

class MailSettings(_message.Message):
    __slots__ = ("account", "mail_address", "state", "language_code", "time_zone", "digest_hour", "preferences", "problem")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    MAIL_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    TIME_ZONE_FIELD_NUMBER: _ClassVar[int]
    DIGEST_HOUR_FIELD_NUMBER: _ClassVar[int]
    PREFERENCES_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    account: str
    mail_address: str
    state: MailAddressState
    language_code: str
    time_zone: str
    digest_hour: int
    preferences: _containers.RepeatedCompositeFieldContainer[MailPreference]
    problem: str
    def __init__(self, account: _Optional[str] = ..., mail_address: _Optional[str] = ..., state: _Optional[_Union[MailAddressState, str]] = ..., language_code: _Optional[str] = ..., time_zone: _Optional[str] = ..., digest_hour: _Optional[int] = ..., preferences: _Optional[_Iterable[_Union[MailPreference, _Mapping]]] = ..., problem: _Optional[str] = ...) -> None: ...

class GetMailSettingsRequest(_message.Message):
    __slots__ = ("parent", "account")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    account: str
    def __init__(self, parent: _Optional[str] = ..., account: _Optional[str] = ...) -> None: ...

class SaveMailSettingsRequest(_message.Message):
    __slots__ = ("parent", "account", "mail_address", "language_code", "time_zone", "digest_hour", "preferences")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    MAIL_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    TIME_ZONE_FIELD_NUMBER: _ClassVar[int]
    DIGEST_HOUR_FIELD_NUMBER: _ClassVar[int]
    PREFERENCES_FIELD_NUMBER: _ClassVar[int]
    parent: str
    account: str
    mail_address: str
    language_code: str
    time_zone: str
    digest_hour: int
    preferences: _containers.RepeatedCompositeFieldContainer[MailPreference]
    def __init__(self, parent: _Optional[str] = ..., account: _Optional[str] = ..., mail_address: _Optional[str] = ..., language_code: _Optional[str] = ..., time_zone: _Optional[str] = ..., digest_hour: _Optional[int] = ..., preferences: _Optional[_Iterable[_Union[MailPreference, _Mapping]]] = ...) -> None: ...

class ConfirmMailAddressRequest(_message.Message):
    __slots__ = ("token", "validate_only")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    token: str
    validate_only: bool
    def __init__(self, token: _Optional[str] = ..., validate_only: _Optional[bool] = ...) -> None: ...

class ConfirmMailAddressResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetUnsubscriptionRequest(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: str
    def __init__(self, token: _Optional[str] = ...) -> None: ...

class UnsubscribeRequest(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: str
    def __init__(self, token: _Optional[str] = ...) -> None: ...

class Unsubscription(_message.Message):
    __slots__ = ("kind", "ended")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ENDED_FIELD_NUMBER: _ClassVar[int]
    kind: str
    ended: bool
    def __init__(self, kind: _Optional[str] = ..., ended: _Optional[bool] = ...) -> None: ...

class MailMessage(_message.Message):
    __slots__ = ("name", "account", "kind", "state", "create_time", "next_time", "send_time", "attempts", "problem")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    NEXT_TIME_FIELD_NUMBER: _ClassVar[int]
    SEND_TIME_FIELD_NUMBER: _ClassVar[int]
    ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    name: str
    account: str
    kind: str
    state: MailMessageState
    create_time: _timestamp_pb2.Timestamp
    next_time: _timestamp_pb2.Timestamp
    send_time: _timestamp_pb2.Timestamp
    attempts: int
    problem: str
    def __init__(self, name: _Optional[str] = ..., account: _Optional[str] = ..., kind: _Optional[str] = ..., state: _Optional[_Union[MailMessageState, str]] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., next_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., send_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., attempts: _Optional[int] = ..., problem: _Optional[str] = ...) -> None: ...

class ListMailMessagesRequest(_message.Message):
    __slots__ = ("parent", "states", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    STATES_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    states: _containers.RepeatedScalarFieldContainer[MailMessageState]
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., states: _Optional[_Iterable[_Union[MailMessageState, str]]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListMailMessagesResponse(_message.Message):
    __slots__ = ("mail_messages", "next_page_token", "waiting_count", "failed_count")
    MAIL_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    WAITING_COUNT_FIELD_NUMBER: _ClassVar[int]
    FAILED_COUNT_FIELD_NUMBER: _ClassVar[int]
    mail_messages: _containers.RepeatedCompositeFieldContainer[MailMessage]
    next_page_token: str
    waiting_count: int
    failed_count: int
    def __init__(self, mail_messages: _Optional[_Iterable[_Union[MailMessage, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., waiting_count: _Optional[int] = ..., failed_count: _Optional[int] = ...) -> None: ...

class RetryMailMessageRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListMailAddressesRequest(_message.Message):
    __slots__ = ("parent", "state", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    state: MailAddressState
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., state: _Optional[_Union[MailAddressState, str]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListMailAddressesResponse(_message.Message):
    __slots__ = ("mail_settings", "next_page_token")
    MAIL_SETTINGS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    mail_settings: _containers.RepeatedCompositeFieldContainer[MailSettings]
    next_page_token: str
    def __init__(self, mail_settings: _Optional[_Iterable[_Union[MailSettings, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class RemoveMailAddressRequest(_message.Message):
    __slots__ = ("parent", "account")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    account: str
    def __init__(self, parent: _Optional[str] = ..., account: _Optional[str] = ...) -> None: ...

class RemoveMailAddressResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class SendTestMailRequest(_message.Message):
    __slots__ = ("mail_address",)
    MAIL_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    mail_address: str
    def __init__(self, mail_address: _Optional[str] = ...) -> None: ...

class SendTestMailResponse(_message.Message):
    __slots__ = ("accepted", "response")
    ACCEPTED_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    accepted: bool
    response: str
    def __init__(self, accepted: _Optional[bool] = ..., response: _Optional[str] = ...) -> None: ...

class ReportMailBounceRequest(_message.Message):
    __slots__ = ("content",)
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    def __init__(self, content: _Optional[bytes] = ...) -> None: ...

class ReportMailBounceResponse(_message.Message):
    __slots__ = ("names",)
    NAMES_FIELD_NUMBER: _ClassVar[int]
    names: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, names: _Optional[_Iterable[str]] = ...) -> None: ...
