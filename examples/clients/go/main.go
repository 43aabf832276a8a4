// Evaluate a factory, explain the result, list scorecards, evaluate a stream, and handle a refusal:
//
//	go mod tidy && go run . 127.0.0.1:50051 ../worked-factory.json [FOLDER]
//
// FOLDER has the files ca.crt, client.crt, client.key and token of an encrypted connection.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"

	"google.golang.org/protobuf/encoding/protojson"

	"touchstone/client"
	touchstonev1 "touchstone/v1"
)

func main() {
	if err := run(os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		log.Fatal(err)
	}
}

func run(address, dossier string, folders []string) error {
	options := client.Options{}
	for _, folder := range folders {
		options.CA = filepath.Join(folder, "ca.crt")
		options.Certificate, options.Key = filepath.Join(folder, "client.crt"), filepath.Join(folder, "client.key")
		options.Token = client.TokenFile(filepath.Join(folder, "token"))
	}
	connection, err := client.New(address, options)
	if err != nil {
		return err
	}
	defer connection.Close()
	ctx := context.Background()
	evaluations := touchstonev1.NewEvaluationServiceClient(connection)

	content, err := os.ReadFile(dossier)
	if err != nil {
		return err
	}
	request := &touchstonev1.EvaluateSubjectRequest{}
	if err := protojson.Unmarshal(content, request); err != nil {
		return err
	}
	evaluation, err := evaluations.EvaluateSubject(ctx, request)
	if err != nil {
		return err
	}
	fmt.Println(evaluation.GetRecord().GetConclusion().GetKind(), evaluation.GetRecord().GetConclusion().GetGrade())

	explained, err := evaluations.ExplainEvaluation(ctx, &touchstonev1.ExplainEvaluationRequest{
		Name: evaluation.GetName(), LanguageCode: "en",
	})
	if err != nil {
		return err
	}
	fmt.Println(explained.GetStatements()[0].GetText())
	verified, err := evaluations.VerifyEvaluationTrail(ctx, &touchstonev1.VerifyEvaluationTrailRequest{
		Target: &touchstonev1.VerifyEvaluationTrailRequest_Name{Name: evaluation.GetName()},
	})
	if err != nil {
		return err
	}
	fmt.Println(verified.GetResult())

	scorecards := touchstonev1.NewScorecardServiceClient(connection)
	pages := client.Pages(ctx, scorecards.ListScorecards, &touchstonev1.ListScorecardsRequest{PageSize: 20})
	pageCount, scorecardCount := 0, 0
	for pages.Next() {
		pageCount++
		scorecardCount += len(pages.Page().GetScorecards())
	}
	if err := pages.Err(); err != nil {
		return err
	}
	fmt.Println(pageCount, "pages,", scorecardCount, "scorecards")

	if err := evaluateStream(ctx, evaluations); err != nil {
		return err
	}

	request.Scorecard = "x"
	_, err = evaluations.EvaluateSubject(ctx, request)
	var refused *client.ServerError
	if !errors.As(err, &refused) {
		return err
	}
	fmt.Print(refused.Reason)
	for _, wrong := range refused.WrongFields {
		fmt.Printf(" %s: %s", wrong.Field, wrong.Description)
	}
	fmt.Println()
	return nil
}

func evaluateStream(ctx context.Context, evaluations touchstonev1.EvaluationServiceClient) error {
	unknown := &touchstonev1.Fact{
		FactId: "penalty",
		Value:  &touchstonev1.Value{Kind: &touchstonev1.Value_Number{Number: "1"}, Unit: "time"},
	}
	stream, err := evaluations.StreamEvaluateSubjects(ctx)
	if err != nil {
		return err
	}
	for _, facts := range [][]*touchstonev1.Fact{nil, {unknown}} {
		err := stream.Send(&touchstonev1.EvaluateSubjectRequest{
			Subject:   "organizations/example/subjects/factory-7",
			Scorecard: "scorecards/zero-carbon-factory",
			AsOfDate:  "2026-11-20",
			Facts:     facts,
			RequestId: client.NewRequestID(),
		})
		if err != nil {
			return err
		}
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	for {
		answer, err := stream.Recv()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if answer.GetError() != nil {
			for _, wrong := range client.ErrorOfItem(answer.GetError()).WrongFields {
				fmt.Println(wrong.Description)
			}
		} else {
			fmt.Println(answer.GetEvaluation().GetRecord().GetConclusion().GetKind())
		}
	}
}
