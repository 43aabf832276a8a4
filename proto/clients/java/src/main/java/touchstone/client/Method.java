package touchstone.client;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.UUID;
import touchstone.v1.OptionsProto;

/** Properties of an API method that decide on retries, from the descriptors of the generated stubs. */
final class Method {
  private final boolean readsOnly;
  private final Descriptors.FieldDescriptor requestId;

  private Method(Descriptors.MethodDescriptor declared) {
    readsOnly =
        declared.getOptions().getExtension(OptionsProto.readsOnly)
            || declared.getOptions().getExtension(AnnotationsProto.http).getPatternCase() == HttpRule.PatternCase.GET;
    requestId = declared.isClientStreaming() ? null : declared.getInputType().findFieldByName("request_id");
  }

  static Method of(MethodDescriptor<?, ?> method) {
    return new Method(((ProtoMethodDescriptorSupplier) method.getSchemaDescriptor()).getMethodDescriptor());
  }

  /** Returns a copy of a request with a new request id, or the request itself if it needs none. */
  @SuppressWarnings("unchecked") // a builder builds messages of the type that created it
  <Q extends Message> Q withRequestId(Q request) {
    if (requestId == null || readsOnly || !id(request).isEmpty()) {
      return request;
    }
    return (Q) request.toBuilder().setField(requestId, UUID.randomUUID().toString()).build();
  }

  /** Returns whether repeating a call cannot take effect twice. */
  boolean isRepeatable(Message request) {
    return readsOnly || (requestId != null && !id(request).isEmpty());
  }

  private String id(Message request) {
    return (String) request.getField(requestId);
  }
}
