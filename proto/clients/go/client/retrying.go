package client

import (
	"context"
	"math/rand"
	"time"

	"google.golang.org/grpc/codes"
)

const (
	firstPause   = 200 * time.Millisecond
	longestPause = 5 * time.Second
)

// attempts at one call with a common deadline. Unless mayRepeat, only errors with a delay from the server are retried.
type attempts struct {
	mayRepeat bool
	pause     time.Duration
}

// pauseAfter returns the time to wait before the next attempt, or the error if it is permanent, a retry could repeat a
// change, or too little time remains.
func (a *attempts) pauseAfter(ctx context.Context, failure *ServerError) (time.Duration, error) {
	if failure.RetryDelay == nil && (failure.Answered || failure.Code != codes.Unavailable || !a.mayRepeat) {
		return 0, failure
	}
	var pause time.Duration
	if failure.RetryDelay != nil {
		pause = *failure.RetryDelay
	}
	if pause <= 0 { // a zero delay would overload a server that repeats it
		pause = a.pause/2 + time.Duration(rand.Int63n(int64(a.pause/2)))
		if a.pause *= 2; a.pause > longestPause {
			a.pause = longestPause
		}
	}
	if deadline, limited := ctx.Deadline(); limited && pause > time.Until(deadline) {
		return 0, failure
	}
	return pause, nil
}
