package client

import (
	"sort"
	"strings"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/types/known/anypb"

	touchstonev1 "touchstone/v1"
)

// FieldsError reports invalid options or inputs; nothing was sent.
type FieldsError struct {
	// Fields has the error messages by name.
	Fields map[string]string
}

func (e *FieldsError) Error() string {
	lines := make([]string, 0, len(e.Fields))
	for name, text := range e.Fields {
		lines = append(lines, name+": "+text)
	}
	sort.Strings(lines)
	return strings.Join(lines, " ")
}

// WrongField is a field that the server refuses.
type WrongField struct {
	// Field is a path, such as "facts[penalties].value.unit".
	Field string
	// Description states the problem, the allowed values and the next step, in the language of the client.
	Description string
	// Reason is a code, such as "REQUIRED".
	Reason string
}

// ServerError reports that a server refused a call, could not be reached, or did not answer in time.
type ServerError struct {
	Code    codes.Code
	Message string
	// Reason is a stable code, such as "VERSION_NOT_IN_FORCE"; empty if the server did not answer.
	Reason string
	// Metadata has more values of the reason.
	Metadata map[string]string
	// WrongFields are the refused fields.
	WrongFields []WrongField
	// RetryDelay is the time after which the same call may be repeated; nil if the server states no delay.
	RetryDelay *time.Duration
	// CallID identifies the call in the log of the server; empty if the server did not answer.
	CallID string
	// Answered is true for a refusal, and false if no answer arrived.
	Answered bool
	status   *status.Status
}

func (e *ServerError) Error() string { return e.Message }

// GRPCStatus returns the status of the call, for status.FromError.
func (e *ServerError) GRPCStatus() *status.Status { return e.status }

// Fields returns the error messages by field path.
func (e *ServerError) Fields() map[string]string {
	fields := map[string]string{}
	for _, wrong := range e.WrongFields {
		fields[wrong.Field] = wrong.Description
	}
	return fields
}

// ErrorOfItem returns the error of one answer of a stream, with reason and fields.
func ErrorOfItem(item *touchstonev1.ItemError) *ServerError {
	return answered(status.New(codes.Code(item.GetCode()), item.GetMessage()), item.GetDetails())
}

var grpcFailures = map[codes.Code]string{
	codes.DeadlineExceeded:  "NO_ANSWER_IN_TIME",
	codes.ResourceExhausted: "MESSAGE_TOO_LARGE",
}

var handshakeFailures = []struct{ text, code string }{
	{"first record does not look like a TLS handshake", "NO_TLS"},
	{"certificate is not valid for any names", "OTHER_HOST_NAME"},
	{"certificate is valid for", "OTHER_HOST_NAME"},
	{"doesn't contain any IP SANs", "OTHER_HOST_NAME"},
	{"x509:", "UNTRUSTED_CERTIFICATE"},
}

// serverError returns the error of a failed call. Without an answer of the server, the client provides the message.
func (c *Client) serverError(err error) *ServerError {
	failed := status.Convert(err)
	if details := failed.Proto().GetDetails(); len(details) > 0 {
		return answered(failed, details)
	}
	if failed.Code() == codes.Unknown && status.Code(err) == codes.Unknown {
		failed = status.FromContextError(err)
	}
	code, known := grpcFailures[failed.Code()]
	switch {
	case failed.Code() == codes.Unavailable:
		code = unreachableCode(failed.Message(), c.encrypted)
	case !known:
		code = "BROKEN_OFF"
	}
	text := message(code, c.language, slots{"address": c.address, "details": failed.Message()})
	return &ServerError{Code: failed.Code(), Message: text, status: failed}
}

func unreachableCode(details string, encrypted bool) string {
	for _, failure := range handshakeFailures {
		if strings.Contains(details, failure.text) {
			return failure.code
		}
	}
	if encrypted {
		return "UNREACHABLE_WITH_TLS"
	}
	return "UNREACHABLE"
}

// answered parses the details of a status. It reads their wire format, because old versions of their Go package lack
// fields, and a copy of the package would conflict with the one of the program.
func answered(failed *status.Status, details []*anypb.Any) *ServerError {
	result := &ServerError{
		Code: failed.Code(), Message: failed.Message(), Metadata: map[string]string{}, Answered: true, status: failed,
	}
	for _, detail := range details {
		fields := parse(detail.GetValue())
		switch detail.GetTypeUrl()[strings.LastIndex(detail.GetTypeUrl(), "/")+1:] {
		case "google.rpc.ErrorInfo":
			result.Reason = fields.text(1)
			for _, entry := range fields[3] {
				pair := parse(entry)
				result.Metadata[pair.text(1)] = pair.text(2)
			}
		case "google.rpc.BadRequest":
			for _, violation := range fields[1] {
				result.WrongFields = append(result.WrongFields, wrongField(parse(violation)))
			}
		case "google.rpc.RetryInfo":
			duration := parse(fields.bytes(1))
			delay := time.Duration(duration.number(1))*time.Second + time.Duration(duration.number(2))
			result.RetryDelay = &delay
		case "google.rpc.LocalizedMessage":
			result.Message = fields.text(2)
		case "google.rpc.RequestInfo":
			result.CallID = fields.text(1)
		}
	}
	return result
}

func wrongField(violation wireFields) WrongField {
	description := violation.text(2)
	if localized := parse(violation.bytes(4)).text(2); localized != "" {
		description = localized
	}
	return WrongField{Field: violation.text(1), Description: description, Reason: violation.text(3)}
}

// wireFields has the values of a message by field number. A number is encoded as a varint.
type wireFields map[protowire.Number][][]byte

func parse(content []byte) wireFields {
	fields := wireFields{}
	for len(content) > 0 {
		number, kind, length := protowire.ConsumeTag(content)
		if length < 0 {
			return fields
		}
		content = content[length:]
		size := protowire.ConsumeFieldValue(number, kind, content)
		if size < 0 {
			return fields
		}
		value := content[:size]
		if kind == protowire.BytesType {
			value, _ = protowire.ConsumeBytes(value)
		}
		fields[number] = append(fields[number], value)
		content = content[size:]
	}
	return fields
}

func (f wireFields) bytes(number protowire.Number) []byte {
	values := f[number]
	if len(values) == 0 {
		return nil
	}
	return values[len(values)-1]
}

func (f wireFields) text(number protowire.Number) string { return string(f.bytes(number)) }

func (f wireFields) number(number protowire.Number) int64 {
	value, size := protowire.ConsumeVarint(f.bytes(number))
	if size < 0 {
		return 0
	}
	return int64(value)
}
