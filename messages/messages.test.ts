import {
  isArgumentElement,
  isDateElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  isTimeElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { MESSAGES } from './messages.generated.ts';

type Messages = Record<string, Record<string, string>>;
const { en, ...others } = MESSAGES;
const translations: [string, Messages][] = Object.entries(others);

test('the languages of the messages are those of the portal', () => {
  expect(Object.keys(MESSAGES)).toEqual(expect.arrayContaining(['en', 'ru', 'hy', 'az']));
});

const flat = (messages: Messages) =>
  new Map(
    Object.entries(messages).flatMap(([namespace, keys]) =>
      Object.entries(keys).map(([key, message]) => [`${namespace}.${key}`, message] as const),
    ),
  );

/** The arguments and tags of a message, whatever its words. */
function argumentsOf(elements: MessageFormatElement[], found = new Set<string>()): string[] {
  for (const element of elements) {
    if (isPluralElement(element) || isSelectElement(element)) {
      found.add(element.value);
      Object.values(element.options).forEach((option) => argumentsOf(option.value, found));
    } else if (isTagElement(element)) {
      found.add(`<${element.value}>`);
      argumentsOf(element.children, found);
    } else if (isPoundElement(element)) continue;
    else if (
      [isArgumentElement, isNumberElement, isDateElement, isTimeElement].some((is) => is(element))
    ) {
      found.add((element as { value: string }).value);
    }
  }
  return [...found].sort();
}

test.each(translations)(
  '%s has every message of en, with the same arguments, and no other',
  (_, messages) => {
    const english = flat(en);
    const translated = flat(messages);
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, message] of english) {
      expect([key, argumentsOf(parse(translated.get(key) ?? ''))]).toEqual([
        key,
        argumentsOf(parse(message)),
      ]);
    }
  },
);

test.each([['en', en] as [string, Messages], ...translations])(
  'every plural of %s has the forms of its language',
  (locale, messages) => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, message] of flat(messages)) {
      for (const element of parse(message).filter(isPluralElement)) {
        expect([key, ...Object.keys(element.options)]).toEqual(expect.arrayContaining(forms));
      }
    }
  },
);

test('no message holds an address', () => {
  for (const [key, message] of flat(en))
    expect([key, message]).not.toEqual([key, expect.stringMatching(/https?:|@/)]);
});

test('no message mixes the letters of two scripts', () => {
  expect(JSON.stringify(others.hy)).not.toMatch(/[а-яё]/i);
  expect(JSON.stringify(others.ru)).not.toMatch(/[\u0531-\u058f]/);
  expect(JSON.stringify(others.az)).not.toMatch(/[а-яё\u0531-\u058f]/i);
});
