// Read a scorecard with options, and print it or the error: probe ADDRESS [OPTION=VALUE]... [-- ADDRESS ...]
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"

	"touchstone/client"
	touchstonev1 "touchstone/v1"
)

func main() {
	for _, each := range strings.Split(strings.Join(os.Args[1:], "\n"), "\n--\n") {
		inputs := strings.Split(each, "\n")
		report(inputs[0], inputs[1:])
	}
}

func report(address string, inputs []string) {
	options := client.Options{}
	for _, input := range inputs {
		name, value, _ := strings.Cut(input, "=")
		switch name {
		case "token":
			options.Token = client.Token(value)
		case "tls":
			options.TLS = value == "true"
		case "ca":
			options.CA = value
		case "certificate":
			options.Certificate = value
		case "key":
			options.Key = value
		case "language":
			options.Language = value
		case "timeout":
			seconds, err := strconv.ParseFloat(value, 64)
			if err != nil {
				log.Fatal(err)
			}
			options.Timeout = time.Duration(seconds * float64(time.Second))
		case "waits":
			options.NoWait = value != "true"
		}
	}
	err := probe(address, options)
	var invalid *client.FieldsError
	var failed *client.ServerError
	switch {
	case err == nil:
	case errors.As(err, &invalid):
		fmt.Println(invalid)
	case errors.As(err, &failed):
		answered, delay := "False", "none"
		if failed.Answered {
			answered = "True"
		}
		if failed.RetryDelay != nil {
			delay = strconv.FormatInt(failed.RetryDelay.Milliseconds(), 10)
		}
		metadata := []string{}
		for name, value := range failed.Metadata {
			metadata = append(metadata, fmt.Sprintf("('%s', '%s')", name, value))
		}
		sort.Strings(metadata)
		listed := "[" + strings.Join(metadata, ", ") + "]"
		fmt.Println(int(failed.Code), answered, delay, failed.Reason, listed, strings.ReplaceAll(failed.Message, "\n", " "))
	default:
		log.Fatal(err)
	}
}

func probe(address string, options client.Options) error {
	connection, err := client.New(address, options)
	if err != nil {
		return err
	}
	defer connection.Close()
	scorecards := touchstonev1.NewScorecardServiceClient(connection)
	scorecard, err := scorecards.GetScorecard(
		context.Background(), &touchstonev1.GetScorecardRequest{Name: "scorecards/probed"},
	)
	if err != nil {
		return err
	}
	fmt.Println(scorecard.GetName())
	return nil
}
