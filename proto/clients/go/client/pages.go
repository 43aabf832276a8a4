package client

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// PagedRequest is a request of a method with pages.
type PagedRequest interface {
	proto.Message
	GetPageToken() string
}

// PagedAnswer is an answer of a method with pages.
type PagedAnswer interface {
	proto.Message
	GetNextPageToken() string
}

// PageIterator reads the pages of a method.
type PageIterator[Request PagedRequest, Answer PagedAnswer] struct {
	ctx      context.Context
	call     func(context.Context, Request, ...grpc.CallOption) (Answer, error)
	request  Request
	page     Answer
	err      error
	finished bool
}

// Pages returns an iterator over the pages of a stub method:
//
//	pages := client.Pages(ctx, scorecards.ListScorecards, &touchstonev1.ListScorecardsRequest{PageSize: 50})
//	for pages.Next() {
//		use(pages.Page())
//	}
//	if err := pages.Err(); err != nil {
//
// The default timeout applies to each page.
func Pages[Request PagedRequest, Answer PagedAnswer](
	ctx context.Context, call func(context.Context, Request, ...grpc.CallOption) (Answer, error), request Request,
) *PageIterator[Request, Answer] {
	return &PageIterator[Request, Answer]{ctx: ctx, call: call, request: proto.Clone(request).(Request)}
}

// Next reads the next page. It returns false after the last page, and after an error.
func (p *PageIterator[Request, Answer]) Next() bool {
	if p.finished {
		return false
	}
	page, err := p.call(p.ctx, p.request)
	if err != nil {
		p.err, p.finished = err, true
		return false
	}
	p.page = page
	field := p.request.ProtoReflect().Descriptor().Fields().ByName("page_token")
	p.request.ProtoReflect().Set(field, protoreflect.ValueOfString(page.GetNextPageToken()))
	p.finished = page.GetNextPageToken() == ""
	return true
}

// Page returns the page that Next read.
func (p *PageIterator[Request, Answer]) Page() Answer { return p.page }

// Err returns the error that ended the iteration, or nil after the last page.
func (p *PageIterator[Request, Answer]) Err() error { return p.err }
