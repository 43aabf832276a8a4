import type { CallOptions } from "@connectrpc/connect";

/**
 * Yields the pages of a method: `for await (const page of pages(scorecards.listScorecards, { pageSize: 50 }))`.
 *
 * The timeout applies to each page.
 */
export async function* pages<Request extends { pageToken?: string }, Answer extends { nextPageToken: string }>(
  call: (request: Request, options?: CallOptions) => Promise<Answer>,
  request: Request,
  options?: CallOptions,
): AsyncGenerator<Answer, void, undefined> {
  let pageToken = request.pageToken ?? "";
  do {
    const page = await call({ ...request, pageToken }, options);
    yield page;
    pageToken = page.nextPageToken;
  } while (pageToken !== "");
}
