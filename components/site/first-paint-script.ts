/**
 * Runs before the first paint: the theme and the text size that the reader chose, from the browser's own
 * store. A store that is closed to us leaves the page as it is.
 */
export const FIRST_PAINT_SCRIPT =
  "try{var d=document.documentElement,s=localStorage,t=s.getItem('theme'),z=s.getItem('text-size');" +
  "if(t=='light'||t=='dark')d.dataset.theme=t;if(/^[1-5]$/.test(z))d.dataset.textSize=z}catch(e){}";
