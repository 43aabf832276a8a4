package client

import (
	"crypto/rand"
	"fmt"
	"strings"

	"google.golang.org/genproto/googleapis/api/annotations"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"

	touchstonev1 "touchstone/v1"
)

const requestIDField protoreflect.Name = "request_id"

// method has the properties of an API method that decide on retries.
type method struct {
	readsOnly    bool
	hasRequestID bool
}

// methodAt returns the method for a gRPC path, from the descriptors of the generated stubs.
func methodAt(path string) method {
	name := protoreflect.FullName(strings.ReplaceAll(strings.TrimPrefix(path, "/"), "/", "."))
	descriptor, err := protoregistry.GlobalFiles.FindDescriptorByName(name)
	declared, ok := descriptor.(protoreflect.MethodDescriptor)
	if err != nil || !ok {
		return method{}
	}
	options, _ := declared.Options().(*descriptorpb.MethodOptions)
	rule, _ := proto.GetExtension(options, annotations.E_Http).(*annotations.HttpRule)
	readsOnly, _ := proto.GetExtension(options, touchstonev1.E_ReadsOnly).(bool)
	return method{
		readsOnly:    readsOnly || rule.GetGet() != "",
		hasRequestID: !declared.IsStreamingClient() && declared.Input().Fields().ByName(requestIDField) != nil,
	}
}

// withRequestID returns a copy of a request with a new request id, or the request itself if it needs none.
func (m method) withRequestID(request proto.Message) proto.Message {
	if !m.hasRequestID || m.readsOnly || requestID(request) != "" {
		return request
	}
	identified := proto.Clone(request)
	field := identified.ProtoReflect().Descriptor().Fields().ByName(requestIDField)
	identified.ProtoReflect().Set(field, protoreflect.ValueOfString(NewRequestID()))
	return identified
}

// isRepeatable returns whether repeating a call cannot take effect twice.
func (m method) isRepeatable(request interface{}) bool {
	input, ok := request.(proto.Message)
	return m.readsOnly || (m.hasRequestID && ok && requestID(input) != "")
}

func requestID(request proto.Message) string {
	field := request.ProtoReflect().Descriptor().Fields().ByName(requestIDField)
	return request.ProtoReflect().Get(field).String()
}

// NewRequestID returns a random UUID (version 4).
func NewRequestID() string {
	var id [16]byte
	if _, err := rand.Read(id[:]); err != nil {
		panic(err) // without random numbers, no connection is secure either
	}
	id[6], id[8] = id[6]&0x0f|0x40, id[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", id[0:4], id[4:6], id[6:8], id[8:10], id[10:16])
}
