// Evaluate a factory and say why it is graded so: go run . http://127.0.0.1:8080
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

// Status is the error of a call, a google.rpc.Status.
type Status struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Details []struct {
		Type            string `json:"@type"`
		FieldViolations []struct {
			Field       string `json:"field"`
			Description string `json:"description"`
		} `json:"fieldViolations"`
	} `json:"details"`
}

func (status Status) Error() string {
	said := []string{status.Message}
	for _, detail := range status.Details {
		for _, wrong := range detail.FieldViolations {
			said = append(said, wrong.Field+": "+wrong.Description)
		}
	}
	return strings.Join(said, "\n")
}

// Evaluation has the fields of an evaluation that are used here.
type Evaluation struct {
	Name   string `json:"name"`
	Record struct {
		Conclusion struct {
			Kind string `json:"kind"`
		} `json:"conclusion"`
	} `json:"record"`
}

// call makes a call, and makes it again as long as the server says after which delay that helps.
func call(address string, given, answer any) error {
	for left := 5; ; left-- {
		response, err := send(address, given)
		if err != nil {
			return err
		}
		read := json.NewDecoder(response.Body)
		if response.StatusCode == http.StatusOK {
			err := read.Decode(answer)
			response.Body.Close()
			return err
		}
		var status Status
		err = read.Decode(&status)
		response.Body.Close()
		if err != nil {
			return err
		}
		delay, err := strconv.Atoi(response.Header.Get("retry-after"))
		if err != nil || left == 0 {
			return status
		}
		time.Sleep(time.Duration(delay) * time.Second)
	}
}

func send(address string, given any) (*http.Response, error) {
	if given == nil {
		return http.Get(address)
	}
	body, err := json.Marshal(given)
	if err != nil {
		return nil, err
	}
	return http.Post(address, "application/json", bytes.NewReader(body))
}

func uuid() string {
	random := make([]byte, 16)
	if _, err := rand.Read(random); err != nil {
		panic(err)
	}
	random[6], random[8] = random[6]&0x0f|0x40, random[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", random[:4], random[4:6], random[6:8], random[8:10], random[10:])
}

func run(root string) error {
	type object map[string]any
	var evaluation Evaluation
	err := call(root+"/v1/organizations/example/subjects/factory-7:evaluate", object{
		"scorecard": "scorecards/zero-carbon-factory",
		"asOfDate":  "2026-11-20",
		"settings":  object{"reading": "cascade"},
		"facts": []object{{
			"factId": "penalties",
			"value":  object{"number": "1", "unit": "time", "evidenceIds": []string{"regulator"}},
		}},
		"evidence": []object{{
			"evidenceId":    "regulator",
			"kind":          "regulator-record",
			"issuer":        "Ecology bureau",
			"issueDate":     "2026-10-31",
			"contentDigest": strings.Repeat("0", 64),
		}},
		"requestId": uuid(), // all repetitions have it, so that the subject is evaluated once
	}, &evaluation)
	if err != nil {
		return err
	}
	fmt.Println(evaluation.Record.Conclusion.Kind)
	var explained struct {
		Statements []struct {
			Text string `json:"text"`
		} `json:"statements"`
	}
	if err := call(root+"/v1/"+evaluation.Name+":explain?languageCode=en", nil, &explained); err != nil {
		return err
	}
	fmt.Println(explained.Statements[0].Text)
	var verified struct {
		Result string `json:"result"`
	}
	if err := call(root+"/v1/"+evaluation.Name+":verifyTrail", nil, &verified); err != nil {
		return err
	}
	fmt.Println(verified.Result)
	return nil
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
