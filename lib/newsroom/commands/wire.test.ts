import { expectTypeOf, test } from 'vitest';
import type { AnswerOf, InputOf, RefusalsOf, SubjectOf } from './wire.ts';

type Common = 'missing' | 'forbidden' | 'invalid' | 'wrong_status';

test('the wire knows the input that a command declares, as it is sent', () => {
  expectTypeOf<InputOf<'article/schedule'>>().toEqualTypeOf<{ version: number; at: string }>();
});

test('the wire knows what a command is run on', () => {
  expectTypeOf<SubjectOf<'article/publish'>>().toEqualTypeOf<number>();
  expectTypeOf<SubjectOf<'picture/remove'>>().toEqualTypeOf<string>();
  expectTypeOf<SubjectOf<'account/rename'>>().toEqualTypeOf<null>();
});

test('the wire knows the answer of a command', () => {
  expectTypeOf<AnswerOf<'article/preview-link'>>().toEqualTypeOf<{ token: string }>();
});

test('the wire knows the refusals of a command', () => {
  expectTypeOf<RefusalsOf<'article/publish'>>().toEqualTypeOf<Common | 'stale'>();
  expectTypeOf<RefusalsOf<'article/submit'>>().toEqualTypeOf<Common>();
});
