/** Runs in the head before the first paint: puts the reader's kept theme and text size on <html>. */
export const THEME_SCRIPT =
  "try{var d=document.documentElement,t=localStorage.getItem('theme'),s=localStorage.getItem('text-size');" +
  "if(t==='light'||t==='dark')d.dataset.theme=t;if(/^[1-5]$/.test(s))d.dataset.textSize=s}catch(e){}";
