import assert from "node:assert/strict";
import type { components } from "./control.js";

type World = components["schemas"]["World"];
type NewUser = components["schemas"]["NewUser"];
type Credentials = components["schemas"]["Credentials"];

const fake = process.env.FAKE_URL;

async function call<T>(path: string, body: unknown, token?: string): Promise<T> {
  const answer = await fetch(fake + path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  assert.ok(answer.ok, `${path} answered ${answer.status}: ${await answer.clone().text()}`);
  return (await answer.json()) as T;
}

const world = await call<World>("/_fake/worlds", {});
const ada: NewUser = { email: "ada@example.com" };
const credentials = await call<Credentials>(`/_fake/worlds/${world.id}/users`, ada);
const dataset = await call<{ datasetUuid: string }>(
  "/v2/public/datasets",
  { title: "From Node", createBackingFolder: true, legacyCall: false },
  credentials.bearerToken,
);
assert.match(dataset.datasetUuid, /^[0-9a-f-]{36}$/);
console.log(`created ${dataset.datasetUuid}`);
