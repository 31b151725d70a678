// Ink loads React's developer tools only when DEV is set; the bundle carries this instead.
export default {initialize() {}, connectToDevTools() {}};
