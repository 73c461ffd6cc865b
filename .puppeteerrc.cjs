// Nothing is downloaded at install; a browser is found on the machine.
module.exports = { skipDownload: true }
