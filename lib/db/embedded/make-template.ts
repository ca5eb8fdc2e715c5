/**
 * `node lib/db/embedded/make-template.ts`, called by `deploy/Dockerfile`: creates the cluster that the image
 * contains.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { templateOf } from './cluster-template.ts';
import { createCluster } from './create-cluster.ts';
import { locate } from './locate.ts';
import { clusterIn } from './places.ts';
import { MAJOR } from './programs.ts';

const template = templateOf(MAJOR);
rmSync(template, { recursive: true, force: true });
const work = mkdtempSync(join(tmpdir(), 'caliber-template-'));
// PostgreSQL's user must pass through it.
execFileSync('chmod', ['711', work]);
mkdirSync(join(work, 'database'));
const { places, programs, runner } = await locate(work, console.error);
const made = clusterIn(places.home, MAJOR);
await createCluster(made, programs, runner);
mkdirSync(dirname(template), { recursive: true });
execFileSync('cp', ['-r', made, template]);
// The user of the container copies it.
execFileSync('chmod', ['-R', 'a+rX', dirname(template)]);
rmSync(work, { recursive: true });
