package touchstone.client;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Iterator over the pages of a method. */
final class Pages<Q extends Message, A extends Message> implements Iterator<A> {
  private final Function<Q, A> call;
  private final FieldDescriptor token;
  private Q request;

  Pages(Function<Q, A> call, Q request) {
    this.call = call;
    this.request = request;
    token = request.getDescriptorForType().findFieldByName("page_token");
    if (token == null) {
      throw new IllegalArgumentException(request.getDescriptorForType().getName() + " has no page_token");
    }
  }

  @Override
  public boolean hasNext() {
    return request != null;
  }

  @Override
  @SuppressWarnings("unchecked") // a builder builds messages of the type that created it
  public A next() {
    if (request == null) {
      throw new NoSuchElementException();
    }
    A page = call.apply(request);
    Object next = page.getField(page.getDescriptorForType().findFieldByName("next_page_token"));
    request = next.equals("") ? null : (Q) request.toBuilder().setField(token, next).build();
    return page;
  }
}
