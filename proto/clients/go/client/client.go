// Package client calls a Touchstone server.
//
// A Client is a grpc.ClientConnInterface, so every generated stub of touchstone/v1 works on it:
//
//	connection, err := client.New("127.0.0.1:50051", client.Options{})
//	evaluations := touchstonev1.NewEvaluationServiceClient(connection)
//
// It adds credentials, request ids, a deadline and retries to each call, and converts errors to ServerError.
package client

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"io"
	"math"
	"net"
	"os"
	"regexp"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/proto"
)

const defaultTimeout = 30 * time.Second

var tokenPattern = regexp.MustCompile(`^[!-~]+$`)

// Options configure a connection. The zero value connects without encryption and without a token.
type Options struct {
	// Token returns the API key or identity provider token of a call; see Token and TokenFile. Spaces and line breaks
	// around it are removed.
	Token TokenSource
	// TLS encrypts the connection with the authorities that this system trusts.
	TLS bool
	// CA is a PEM file of the authorities to trust. It implies TLS.
	CA string
	// Certificate and Key are PEM files that authenticate the client (mutual TLS). They imply TLS.
	Certificate, Key string
	// Language of errors: "en" (default) or "zh".
	Language string
	// Timeout limits a call, retries included, if its context has no deadline. The default is 30 seconds.
	Timeout time.Duration
	// NoWait stops retries while the server is unreachable. A call that the server refuses with a delay is always
	// repeated.
	NoWait bool
}

// TokenSource returns the token of a call.
type TokenSource func() (string, error)

// Token returns a source of one fixed token.
func Token(token string) TokenSource {
	return func() (string, error) { return token, nil }
}

// TokenFile returns a source that reads a file for each call, so that a replaced token takes effect.
func TokenFile(path string) TokenSource {
	return func() (string, error) {
		content, err := os.ReadFile(path)
		return string(content), err
	}
}

// Client is a connection to a server. It is safe for concurrent use.
type Client struct {
	address, language string
	token             TokenSource
	timeout           time.Duration
	waits, encrypted  bool
	connection        *grpc.ClientConn
}

// New configures the connection to host:port; it does not wait for the server. Invalid options return *FieldsError.
func New(address string, options Options) (*Client, error) {
	client := &Client{
		address:   address,
		language:  options.Language,
		token:     options.Token,
		timeout:   options.Timeout,
		waits:     !options.NoWait,
		encrypted: options.TLS || options.CA != "" || options.Certificate != "",
	}
	if client.language == "" {
		client.language = "en"
	}
	if client.timeout == 0 {
		client.timeout = defaultTimeout
	}
	if err := client.check(options); err != nil {
		return nil, err
	}
	security := grpc.WithInsecure()
	if client.encrypted {
		settings, err := tlsSettings(options)
		if err != nil {
			return nil, err
		}
		security = grpc.WithTransportCredentials(credentials.NewTLS(settings))
	}
	var err error
	client.connection, err = grpc.Dial(
		address, security, grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(math.MaxInt32)), grpc.WithDisableRetry(),
	)
	if err != nil {
		return nil, err
	}
	return client, nil
}

// Close ends the connection and its calls.
func (c *Client) Close() error { return c.connection.Close() }

func (c *Client) check(options Options) error {
	fields := map[string]string{}
	if c.language != "en" && c.language != "zh" {
		return &FieldsError{map[string]string{
			"Language": message("NAME_WANTED", "en", slots{"found": c.language, "known": "en, zh"}),
		}}
	}
	if options.Certificate == "" && options.Key != "" {
		fields["Certificate"] = message("TOGETHER", c.language, nil)
	}
	if options.Certificate != "" && options.Key == "" {
		fields["Key"] = message("TOGETHER", c.language, nil)
	}
	if c.token != nil && !c.encrypted && !isLocal(c.address) {
		fields["Token"] = message("IN_THE_CLEAR", c.language, slots{"address": c.address})
	}
	if len(fields) > 0 {
		return &FieldsError{fields}
	}
	return nil
}

func tlsSettings(options Options) (*tls.Config, error) {
	settings := &tls.Config{MinVersion: tls.VersionTLS12}
	if options.CA != "" {
		content, err := os.ReadFile(options.CA)
		if err != nil {
			return nil, err
		}
		settings.RootCAs = x509.NewCertPool()
		settings.RootCAs.AppendCertsFromPEM(content)
	}
	if options.Certificate != "" {
		pair, err := tls.LoadX509KeyPair(options.Certificate, options.Key)
		if err != nil {
			return nil, err
		}
		settings.Certificates = []tls.Certificate{pair}
	}
	return settings, nil
}

func isLocal(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || (ip != nil && ip.IsLoopback())
}

// withMetadata adds language and token to the metadata of a call.
func (c *Client) withMetadata(ctx context.Context) (context.Context, error) {
	ctx = metadata.AppendToOutgoingContext(ctx, "accept-language", c.language)
	if c.token == nil {
		return ctx, nil
	}
	token, err := c.token()
	if err != nil {
		return nil, err
	}
	token = strings.TrimSpace(token)
	if !tokenPattern.MatchString(token) {
		return nil, &FieldsError{map[string]string{"Token": message("NO_TOKEN", c.language, nil)}}
	}
	return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+token), nil
}

// Invoke makes a call with one response. Generated stubs use it.
func (c *Client) Invoke(
	ctx context.Context, path string, request, answer interface{}, options ...grpc.CallOption,
) error {
	method := methodAt(path)
	if input, ok := request.(proto.Message); ok {
		request = method.withRequestID(input)
	}
	if _, limited := ctx.Deadline(); !limited {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.timeout)
		defer cancel()
	}
	attempts := attempts{mayRepeat: c.waits && method.isRepeatable(request), pause: firstPause}
	for {
		identified, err := c.withMetadata(ctx)
		if err != nil {
			return err
		}
		err = c.connection.Invoke(identified, path, request, answer, options...)
		if err == nil {
			return nil
		}
		pause, err := attempts.pauseAfter(ctx, c.serverError(err))
		if err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return c.serverError(ctx.Err())
		case <-time.After(pause):
		}
	}
}

// NewStream starts a streaming call without retries and without the default timeout. Generated stubs use it.
func (c *Client) NewStream(
	ctx context.Context, description *grpc.StreamDesc, path string, options ...grpc.CallOption,
) (grpc.ClientStream, error) {
	ctx, err := c.withMetadata(ctx)
	if err != nil {
		return nil, err
	}
	opened, err := c.connection.NewStream(ctx, description, path, options...)
	if err != nil {
		return nil, c.serverError(err)
	}
	return &stream{opened, c}, nil
}

// stream converts the errors of a stream to ServerError.
type stream struct {
	grpc.ClientStream
	client *Client
}

func (s *stream) RecvMsg(answer interface{}) error {
	return s.converted(s.ClientStream.RecvMsg(answer))
}

func (s *stream) SendMsg(request interface{}) error {
	return s.converted(s.ClientStream.SendMsg(request))
}

func (s *stream) converted(err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	return s.client.serverError(err)
}
