import { expect, test } from 'vitest';
import { readFrameworkScripts, ScriptJudge } from './known-scripts.ts';

const framework = readFrameworkScripts();
const begun = () => {
  const judge = new ScriptJudge(['first()', 'main()'], framework);
  judge.isData('(self.__next_f=self.__next_f||[]).push([0])');
  return judge;
};

test('the code of the framework’s renderer is found in its package', () => {
  for (const name of ['$RC("', '$RS("', '$RX("', '$RR("'])
    expect([name, framework.includes(name)]).toEqual([name, true]);
  expect(framework.some((text) => text.startsWith('$RB=[];'))).toBe(true);
});

test('the page’s own scripts and the framework’s with data behind them are known', () => {
  const definitions = framework.find((text) => text.startsWith('$RB=[];')) ?? '';
  for (const script of [
    'first()',
    'requestAnimationFrame(function(){$RT=performance.now()});',
    '$RC("B:0","S:0")',
    `${definitions}$RC("B:0","S:0")`,
    '$RX("B:1","digest \\u003c")',
    '$RR("B:0","S:0",[["/_next/static/a.css","next"]])',
  ])
    expect([script, begun().isCode(script)]).toEqual([script, true]);
});

test('data in the framework’s form is known where it is nothing but data', () => {
  for (const data of [
    'self.__next_f.push([1,"1:[\\u003c]\\n"])',
    'self.__next_f.push([3,"AAAA"])',
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/a-1~b.js"],"runtimeModuleIds":[94553]});',
  ])
    expect([data, begun().isData(data)]).toEqual([data, true]);
});

test('whatever else runs in a page is not known, however it is dressed', () => {
  for (const script of [
    'alert(1)',
    'first();alert(1)',
    ' first()',
    'self.__next_f.push([1,"x"]);alert(1)',
    'self.__next_f.push(alert(1))',
    'self.__next_f.push([1,`${alert(1)}`])',
    'self.__next_f.push([1,"x"]);self.__next_f.push([1,"y"])',
    'self.__next_f.push({"length":1})',
    '$RC("B:0","S:0");alert(1)',
    '$RC("B:0",alert(1))',
    '$RC("B:0",alert("x")',
    'requestAnimationFrame(function(){$RT=performance.now()});alert(1)',
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(alert(1));',
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["//evil.example/x.js"],"runtimeModuleIds":[1]});',
    '',
  ])
    expect([script, begun().isCode(script) || begun().isData(script)]).toEqual([script, false]);
});

test('data that is pushed before the framework opens its list, or a second list, is not the framework’s', () => {
  const judge = new ScriptJudge([], framework);
  expect(judge.isData('self.__next_f.push([1,"x"])')).toBe(false);
  expect(judge.isData('(self.__next_f=self.__next_f||[]).push([0])')).toBe(true);
  expect(judge.isData('(self.__next_f=self.__next_f||[]).push([0])')).toBe(false);
  expect(judge.isData('self.__next_f.push([1,"x"])')).toBe(true);
});
