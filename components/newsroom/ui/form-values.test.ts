import { expect, test } from 'vitest';
import { checkedOf, choiceOf, textOf } from './form-values';

const form = new FormData();
form.set('name', 'Lena');
form.append('locales', 'ru');
form.append('locales', 'en');

test('the text of a field is what the form has', () => {
  expect(textOf(form, 'name')).toBe('Lena');
});

test('a field that the form has not is empty', () => {
  expect(textOf(form, 'email')).toBe('');
});

test('the value of a select is one of its options', () => {
  expect(choiceOf(form, 'name', ['Ada', 'Lena'])).toBe('Lena');
  expect(choiceOf(form, 'name', ['Ada', 'Eva'])).toBe('Ada');
});

test('the checked boxes are those of the options that the form has', () => {
  expect(checkedOf(form, 'locales', ['en', 'ru', 'az'])).toEqual(['en', 'ru']);
});

test('no checked box means all', () => {
  expect(checkedOf(form, 'categories', ['sport'])).toBeNull();
});
